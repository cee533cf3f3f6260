import { howMany, note } from '../../faults/measurements.ts';
import { sendResubs } from '../support/events.ts';
import {
  expect,
  expectListening,
  killWorker,
  listedIds,
  listenTo,
  openChannel,
  readTable,
  test,
  type World,
} from '../support/fixtures.ts';
import { sessionIds, untilListening } from './listening.ts';

/** The names of the alarms that are set. */
async function alarms({ browser: { page } }: World): Promise<string[]> {
  return await page.evaluate('chrome.alarms.getAll().then((all) => all.map(({ name }) => name))');
}

/** Everything that wakes a worker, in the same moment: its alarm, messages, a change from elsewhere. */
const EVERYTHING = `
  chrome.alarms.create('watchdog', { when: Date.now(), periodInMinutes: 0.5 });
  chrome.storage.sync.set({ settings: { retention: { days: Math.ceil(Math.random() * 1000) } } });
  chrome.runtime.sendMessage({ name: 'favorite/set', data: { userName: 'demo_streamer' } });
  chrome.runtime.sendMessage({ name: 'feed/seen', data: { upTo: 0 } });
  undefined`;

test('a worker woken by everything at once opens one session', async ({ world }) => {
  const rounds = howMany(20, 3);
  test.setTimeout((rounds * 5 + 30) * 1000);
  const popup = await listenTo(world, 'demo_streamer');
  for (let round = 0; round < rounds; round += 1) {
    const before = await sessionIds(world);
    await killWorker(world);
    await popup.evaluate(EVERYTHING);
    await untilListening(world, before, 10_000);
    // All that woke it has been answered when a command that came last is.
    await popup.evaluate(
      `chrome.runtime.sendMessage({ name: 'channels/suggest', data: { query: '' } })`,
    );
    expect([...(await sessionIds(world))].filter((id) => !before.has(id))).toHaveLength(1);
  }
  const { sessions, inbound_frames } = await world.admin.state();
  expect(sessions.filter(({ sockets }) => sockets > 0)).toHaveLength(1);
  expect(sessions).toHaveLength(rounds + 1);
  expect(inbound_frames).toEqual([]);
  note(test.info().title, { 'wake-ups': rounds, sessions: sessions.length - 1 });
});

test('a worker whose alarms are lost sets them again, at the latest when it is next woken', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
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

  // Also while it is awake.
  await popup.evaluate('chrome.alarms.clearAll()');
  await expect.poll(() => alarms(world), { timeout: 15_000 }).toEqual(['watchdog']);
});
