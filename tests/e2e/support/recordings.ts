import { readTable, storedIds } from './database.ts';
import { createViewer, sendNotification } from './events.ts';
import { expect, type World } from './fixtures.ts';

/** A recording of a broadcast that is as long as three hours. */
export const VIDEO = '2001000';

/** Waits until the extension knows the recording, and returns when it began. */
export async function beginOfRecording(world: World): Promise<number> {
  let startedAt: number | undefined;
  await expect
    .poll(async () => {
      const [channel] = await readTable(world, 'channels');
      const recordings = (channel?.['recordings'] ?? []) as { id: string; startedAt: number }[];
      startedAt = recordings.find(({ id }) => id === VIDEO)?.startedAt;
      return startedAt;
    })
    .toBeDefined();
  return startedAt ?? 0;
}

/** Sends resubs at seconds of the recording, as if they had arrived then. */
export async function sendAt(world: World, ...seconds: number[]): Promise<void> {
  const startedAt = await beginOfRecording(world);
  for (const second of seconds) {
    const time = new Date(startedAt + second * 1000).toISOString();
    const chatter = createViewer(second);
    await sendNotification(world.admin, { notice_type: 'resub', chatter }, time);
  }
  await expect.poll(async () => (await storedIds(world)).length).toBe(seconds.length);
}
