import { readTable } from '../support/database.ts';
import { expect, type World } from '../support/fixtures.ts';
import { newListeningSessions } from '../support/twitch.ts';

/**
 * Waits until a session that is not among `before` has every subscription of a viewer who listens
 * to the favorite and to that many others.
 */
export async function untilListening(
  world: World,
  before: ReadonlySet<string>,
  timeout: number,
  others = 0,
): Promise<void> {
  const sessions = () => newListeningSessions(world, before, others);
  await expect.poll(sessions, { timeout, intervals: [50] }).toBeGreaterThan(0);
}

/** Waits until the event that was sent last is stored, and returns all stored events. */
export async function untilAllStored(world: World): Promise<Record<string, unknown>[]> {
  const sent = await world.admin.listSent(0);
  const last = sent.at(-1)?.message_ids[0];
  const events = () => readTable(world, 'events');
  await expect.poll(async () => (await events()).some(({ id }) => id === last)).toBe(true);
  return await events();
}
