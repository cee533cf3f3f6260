import type { Page } from '@playwright/test';
import { channelFollow } from '../../../simulator/shapes/channel/follow.ts';
import { channelPoll } from '../../../simulator/shapes/polls-goals-trains/poll.ts';
import { readTable } from '../../support/database.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test, testSignedOut, type World } from '../../support/fixtures.ts';
import { eventList, expectListening, listedIds, panelOn } from '../../support/screens.ts';
import { grantRole, listenTo, openChannel, openPopup } from '../../support/steps.ts';

/** Listens to the streamer with all scopes of a role. */
async function listenWithRole(world: World, as: 'demo_mod' | 'demo_streamer'): Promise<Page> {
  const popup = await listenTo(world, 'demo_streamer', { as });
  await grantRole(world, as);
  await expectListening(popup);
  await popup.bringToFront();
  return popup;
}

/** Calls `act` while the network is down. */
async function whileOffline({ admin }: World, popup: Page, act: () => Promise<void>) {
  await admin.fault({ kind: 'offline' });
  await expect(popup.getByRole('status')).toContainText('Connection lost');
  await act();
  await admin.fault({ kind: 'clear' });
  await expectListening(popup);
}

const now = () => new Date().toISOString();

test('changes while the browser was closed are backfilled, and the list shows the gap', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  const [received] = await sendResubs(world.admin, 1);
  await expect.poll(() => readTable(world, 'events')).toHaveLength(1);
  await world.browser.context.close();
  const streamId = await world.admin.setLive({
    streamer: 'demo_streamer',
    live: true,
    title: 'Back at last',
  });
  await world.restart();
  const popup = await openPopup(world);
  await expectListening(popup);
  const panel = panelOn(await openChannel(world, 'demo_streamer'));
  for (const screen of [popup, panel]) {
    await expect.poll(() => listedIds(screen)).toContain(`online:${streamId}`);
    const list = eventList(screen);
    await expect(list.getByText('found later')).toHaveCount(2);
    await expect(list.getByText(/^Not listening from .+ \(your browser was closed/)).toBeVisible();
    // The gap is not a list item of its own.
    await expect(list.getByRole('listitem')).toHaveCount(3);
  }
  expect(await listedIds(popup)).toContain(received);
  const gaps = await readTable(world, 'gaps');
  expect(gaps).toMatchObject([{ reason: 'not_running', ends: [['100', expect.any(Number)]] }]);
});

testSignedOut('a moderator sees who followed while the network was down', async ({ world }) => {
  const popup = await listenWithRole(world, 'demo_mod');
  const user = { id: '7301', login: 'nora', name: 'Nora' };
  const follow = channelFollow({ user, followed_at: now() });
  await whileOffline(world, popup, async () => {
    follow.followed_at = now();
    await world.admin.missEvent({ type: 'channel.follow', event: follow });
  });
  const row = popup.getByRole('listitem').filter({ hasText: 'Nora' });
  await expect(row).toContainText('found later');
  await expect(popup.getByText(/the connection was interrupted/)).toBeVisible();
  // If Twitch sends the same follow late, it is not stored again.
  await world.admin.sendEvent({ type: 'channel.follow', version: '2', event: follow });
  await sendResubs(world.admin, 1);
  await expect.poll(() => readTable(world, 'events')).toHaveLength(2);
});

testSignedOut(
  'the streamer sees a poll that took place while the network was down',
  async ({ world }) => {
    const popup = await listenWithRole(world, 'demo_streamer');
    await whileOffline(world, popup, async () => {
      const begin = channelPoll('begin', { title: 'Tea or coffee?', started_at: now() });
      const end = channelPoll('end', {
        title: 'Tea or coffee?',
        started_at: String(begin.started_at),
        ended_at: now(),
      });
      await world.admin.missEvent({ type: 'channel.poll.begin', event: begin });
      await world.admin.missEvent({ type: 'channel.poll.end', event: end });
    });
    const row = popup.getByRole('listitem').filter({ hasText: 'Tea or coffee?' });
    await expect(row).toHaveCount(1);
    await expect(row).toContainText('found later');
    await expect(row).toHaveAttribute('data-event-type', 'poll_end');
  },
);
