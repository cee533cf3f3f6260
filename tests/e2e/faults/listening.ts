import { expect, readTable, type World } from '../support/fixtures.ts';

/** Types that a viewer without further rights listens for. */
const VIEWER_TYPES = 6;

/** Ids of all EventSub sessions that there ever were. */
export async function sessionIds({ admin }: World): Promise<Set<string>> {
  return new Set((await admin.state()).sessions.map(({ id }) => id));
}

/** Waits until a session that is none of `before` listens for all that a viewer can have. */
export async function untilListening(
  { admin }: World,
  before: ReadonlySet<string>,
  timeout: number,
): Promise<void> {
  const listening = async () =>
    (await admin.state()).sessions.some(
      ({ id, subscription_ids }) => !before.has(id) && subscription_ids.length === VIEWER_TYPES,
    );
  await expect.poll(listening, { timeout, intervals: [50] }).toBe(true);
}

/** Waits until the event that was sent last is in the log, and gives all that is. */
export async function untilAllStored(world: World): Promise<Record<string, unknown>[]> {
  const sent = await world.admin.sentAfter(0);
  const last = sent.at(-1)?.message_ids[0];
  const events = () => readTable(world, 'events');
  await expect.poll(async () => (await events()).some(({ id }) => id === last)).toBe(true);
  return await events();
}

/** How many events the counters of all time count. */
export async function countedEvents(world: World): Promise<number> {
  return (await readTable(world, 'counts'))
    .filter(({ period }) => period === 'all')
    .reduce((sum, { count }) => sum + Number(count), 0);
}
