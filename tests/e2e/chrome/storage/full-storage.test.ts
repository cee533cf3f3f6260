import { countedEvents, setQuota, storedIds } from '../../support/database.ts';
import { sendNotification, sendResubs } from '../../support/events.ts';
import { expect, testWithQuota, type World } from '../../support/fixtures.ts';
import { badgeText, expectListening } from '../../support/screens.ts';
import { listenTo, openOptions } from '../../support/steps.ts';

const DAY = 86_400_000;
const FULL = 'Your browser has no room left for new events.';

/** Sends an event that happened some days ago. */
async function sendOldEvent({ admin }: World, days: number): Promise<string[]> {
  const time = new Date(Date.now() - days * DAY).toISOString();
  return await sendNotification(admin, { notice_type: 'sub' }, time);
}

testWithQuota(
  'full storage shows a message, deletes the oldest day if allowed, and loses no new event',
  { tag: '@waits' },
  async ({ world }) => {
    const popup = await listenTo(world, 'demo_streamer');
    const options = await openOptions(world, 'storage');
    await options.getByRole('checkbox', { name: /no room left/ }).check();
    const oldest = await sendOldEvent(world, 2);
    const newer = await sendOldEvent(world, 1);
    await expect.poll(() => storedIds(world)).toEqual([...oldest, ...newer]);

    await setQuota(world, 1);
    const ids: string[] = [];
    // Chromium caches for half a minute how much room is free.
    await expect
      .poll(
        async () => {
          ids.push(...(await sendResubs(world.admin, 1)));
          return await popup.getByRole('status').textContent();
        },
        { intervals: [1000], timeout: 50_000 },
      )
      .toContain(FULL);
    await expect(popup.getByRole('status')).toContainText('Nothing is recorded');
    expect(await badgeText(world)).toBe('!');
    await expect.poll(async () => (await storedIds(world))[0]).toBe(newer[0]);
    expect((await storedIds(world)).length).toBeLessThan(ids.length + 1);

    await setQuota(world, 1_000_000_000);
    ids.push(...(await sendResubs(world.admin, 1)));
    await expect.poll(() => storedIds(world), { timeout: 50_000 }).toEqual([...newer, ...ids]);
    await expectListening(popup);
    expect(await countedEvents(world)).toBe((await storedIds(world)).length);
  },
);
