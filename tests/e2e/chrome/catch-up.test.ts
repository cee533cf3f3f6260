import type { Page } from '@playwright/test';
import { chooseFavorite, grantMore, signIn } from '../../../tools/steps.ts';
import { channelFollow } from '../../simulator/shapes/channel/follow.ts';
import { channelPoll } from '../../simulator/shapes/polls-goals-trains/poll.ts';
import { sendResubs } from '../support/events.ts';
import {
  expect,
  expectListening,
  listedIds,
  listenTo,
  openChannel,
  openPopup,
  panelOn,
  readTable,
  test,
  type World,
} from './fixtures.ts';

/** Lets somebody with more rights than a viewer's listen to the streamer. */
async function listenAs(world: World, person: 'demo_mod' | 'demo_streamer'): Promise<Page> {
  const { context, origin } = world.browser;
  const popup = await openPopup(world);
  await signIn(context, popup, person);
  await chooseFavorite(popup, 'demo_streamer');
  await expectListening(popup);
  const options = await context.newPage();
  await options.goto(`${origin}/options.html#receiving`);
  await grantMore(context, options, person);
  const ownType = person === 'demo_mod' ? 'channel.follow' : 'channel.prediction.end';
  await expect
    .poll(async () => (await world.admin.state()).subscriptions.map(({ type }) => type))
    .toContain(ownType);
  await expectListening(popup);
  await popup.bringToFront();
  return popup;
}

/** What happens while the network is down. */
async function whileOffline({ admin }: World, popup: Page, happen: () => Promise<void>) {
  await admin.fault({ kind: 'offline' });
  await expect(popup.getByRole('status')).toContainText('Connection lost');
  await happen();
  await admin.fault({ kind: 'clear' });
  await expectListening(popup);
}

const now = () => new Date().toISOString();

test('what changed while the browser was closed is found, and the gap is marked', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  const [heard] = await sendResubs(world.admin, 1);
  await expect.poll(() => readTable(world, 'events')).toHaveLength(1);
  await world.browser.context.close();
  const streamId = await world.admin.setLive({
    streamer: 'demo_streamer',
    live: true,
    title: 'Back at last',
  });
  const { page, origin } = await world.restart();
  await page.goto(`${origin}/popup.html`);
  await expectListening(page);
  const panel = panelOn(await openChannel(world, 'demo_streamer'));
  for (const screen of [page, panel]) {
    await expect.poll(() => listedIds(screen)).toContain(`online:${streamId}`);
    const list = screen.getByRole('list', { name: 'Recent events' });
    await expect(list.getByText('found later')).toHaveCount(2);
    await expect(list.getByText(/^Not listening from .+ \(your browser was closed/)).toBeVisible();
    // The mark is no item of its own.
    await expect(list.getByRole('listitem')).toHaveCount(3);
  }
  expect(await listedIds(page)).toContain(heard);
  const gaps = await readTable(world, 'gaps');
  expect(gaps).toMatchObject([{ streamer_id: '100', reason: 'not_running' }]);
});

test('a moderator finds who followed while the network was down', async ({ world }) => {
  const popup = await listenAs(world, 'demo_mod');
  const user = { id: '7301', login: 'nora', name: 'Nora' };
  const follow = channelFollow({ user, followed_at: now() });
  await whileOffline(world, popup, async () => {
    follow.followed_at = now();
    await world.admin.missEvent({ type: 'channel.follow', event: follow });
  });
  const row = popup.getByRole('listitem').filter({ hasText: 'Nora' });
  await expect(row).toContainText('found later');
  await expect(popup.getByText(/the connection was interrupted/)).toBeVisible();
  // The message comes after all.
  await world.admin.sendEvent({ type: 'channel.follow', version: '2', event: follow });
  await sendResubs(world.admin, 1);
  await expect.poll(() => readTable(world, 'events')).toHaveLength(2);
});

test('the streamer finds the poll that was held meanwhile', async ({ world }) => {
  const popup = await listenAs(world, 'demo_streamer');
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
});
