import { sendResubs } from '../../support/events.ts';
import {
  expect,
  expectListening,
  killWorker,
  listedIds,
  listenTo,
  openChannel,
  panelOn,
  readTable,
  test,
} from '../../support/fixtures.ts';

test('after a restart of the browser everything is as it was', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const before = await sendResubs(world.admin, 2);
  await expect.poll(() => readTable(world, 'events')).toHaveLength(2);

  const { page, origin } = await world.restart();
  await page.goto(`${origin}/popup.html`);
  await expectListening(page);
  await expect(page.getByText('Demo_Viewer')).toBeVisible();
  await expect(page.getByLabel('Favorite streamer')).toHaveValue('demo_streamer');
  await expect.poll(() => listedIds(page)).toEqual(before.toReversed());

  const [after] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(page)).toContain(after);
});

test('a killed worker comes back by its alarm and listens again', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  const [before] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual([before]);
  const dead = new Set((await world.admin.state()).sessions.map((session) => session.id));
  await world.browser.page.goto('about:blank');

  await killWorker(world);
  const listening = async () =>
    (await world.admin.state()).sessions.filter(
      (session) => !dead.has(session.id) && session.subscription_ids.length === 6,
    ).length;
  await expect.poll(listening, { timeout: 35_000 }).toBe(1);

  const [after] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual([after, before]);
});

test('a hand-over to another socket loses nothing', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 3);
  await world.admin.fault({ kind: 'reconnect' });
  ids.push(...(await sendResubs(world.admin, 3)));
  await expect.poll(() => readTable(world, 'events')).toHaveLength(6);
  await expectListening(popup);
  expect((await world.admin.state()).inbound_frames).toEqual([]);
  expect(ids).toHaveLength(6);
});
