import { repetitions, storeMeasurements } from '../../faults/measurements.ts';
import { readTable } from '../support/database.ts';
import { sendResubs } from '../support/events.ts';
import { expect, test, type World } from '../support/fixtures.ts';
import { expectListening, listedIds } from '../support/screens.ts';
import { listenTo, openChannel } from '../support/steps.ts';
import { sessionIds } from '../support/twitch.ts';
import { killWorker } from '../support/worker.ts';
import { untilListening } from './waiting.ts';

/** Returns the names of the alarms that are set. */
async function alarms({ browser: { page } }: World): Promise<string[]> {
  return await page.evaluate('chrome.alarms.getAll().then((all) => all.map(({ name }) => name))');
}

/** Wakes the worker in every way at once: by its alarm, a synced change, and messages. */
const WAKE_UPS = `
  chrome.alarms.create('watchdog', { when: Date.now(), periodInMinutes: 0.5 });
  chrome.storage.sync.set({ settings: { retention: { days: Math.ceil(Math.random() * 1000) } } });
  chrome.runtime.sendMessage({ name: 'favorite/set', data: { userName: 'demo_streamer' } });
  chrome.runtime.sendMessage({ name: 'feed/seen', data: { upTo: 0 } });
  undefined`;

// Every kill joins all chat rooms again, more often than Twitch allows.
test.use({ timings: { maxJoins: 10_000 } });

test('a worker that wakes up for many reasons at once opens one session', async ({ world }) => {
  const rounds = repetitions({ long: 20, short: 3 });
  test.setTimeout((rounds * 5 + 30) * 1000);
  const popup = await listenTo(world, 'demo_streamer');
  for (let round = 0; round < rounds; round += 1) {
    const before = await sessionIds(world);
    await killWorker(world);
    await popup.evaluate(WAKE_UPS);
    await untilListening(world, before, 10_000);
    // When this last command has its reply, all earlier commands have theirs.
    await popup.evaluate(
      `chrome.runtime.sendMessage({ name: 'channels/suggest', data: { query: '' } })`,
    );
    expect([...(await sessionIds(world))].filter((id) => !before.has(id))).toHaveLength(1);
  }
  const { sessions, inbound_frames } = await world.admin.state();
  expect(sessions.filter(({ sockets }) => sockets > 0)).toHaveLength(1);
  expect(sessions).toHaveLength(rounds + 1);
  expect(inbound_frames).toEqual([]);
  storeMeasurements(test.info().title, { 'wake-ups': rounds, sessions: sessions.length - 1 });
});

const LOST = 'lost alarms are set again when the worker wakes up, and while it is awake';

test(LOST, { tag: '@waits' }, async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  // A worker that has not yet stored that it listened leaves no gap.
  await expect.poll(() => readTable(world, 'attendance')).toHaveLength(1);
  const before = await sessionIds(world);
  await killWorker(world);
  await popup.evaluate('chrome.alarms.clearAll()');
  expect(await alarms(world)).toEqual([]);

  const channel = await openChannel(world, 'other_streamer');
  await channel.close();
  await untilListening(world, before, 10_000);
  expect(await alarms(world)).toEqual(['watchdog']);
  const [id] = await sendResubs(world.admin, 1);
  await popup.reload();
  await expectListening(popup);
  await expect.poll(() => listedIds(popup)).toEqual([id]);
  expect(await readTable(world, 'gaps')).toHaveLength(1);

  await popup.evaluate('chrome.alarms.clearAll()');
  await expect.poll(() => alarms(world), { timeout: 15_000 }).toEqual(['watchdog']);
});
