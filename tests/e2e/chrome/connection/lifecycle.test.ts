import { readTable } from '../../support/database.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { expectListening, listedIds, panelOn } from '../../support/screens.ts';
import { closePopup, listenTo, openChannel, openPopup } from '../../support/steps.ts';
import { newListeningSessions, sessionIds } from '../../support/twitch.ts';
import { killWorker } from '../../support/worker.ts';

test('after a restart of the browser everything is as it was', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const before = await sendResubs(world.admin, 2);
  await expect.poll(() => readTable(world, 'events')).toHaveLength(2);

  await world.restart();
  const popup = await openPopup(world);
  await expectListening(popup);
  await popup.getByRole('button', { name: 'Account and more' }).click();
  await expect(popup.getByText('Signed in as Demo_Viewer')).toBeVisible();
  await expect(popup.getByLabel('Favorite streamer')).toHaveValue('demo_streamer');
  await expect.poll(() => listedIds(popup)).toEqual(before.toReversed());

  const [after] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(popup)).toContain(after);
});

test('the alarm restarts a killed worker, which listens again', { tag: '@waits' }, async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  const [before] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual([before]);
  const oldSessions = await sessionIds(world);
  await closePopup(world);

  await killWorker(world);
  await expect.poll(() => newListeningSessions(world, oldSessions), { timeout: 35_000 }).toBe(1);

  const [after] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panelOn(channel))).toEqual([after, before]);
});

test('a session reconnect loses no event', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 3);
  await world.admin.fault({ kind: 'reconnect' });
  ids.push(...(await sendResubs(world.admin, 3)));
  await expect.poll(() => readTable(world, 'events')).toHaveLength(6);
  await expectListening(popup);
  expect((await world.admin.state()).inbound_frames).toEqual([]);
  expect(ids).toHaveLength(6);
});
