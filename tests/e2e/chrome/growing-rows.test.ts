import { chooseFavorite, grantMore, signIn } from '../../../tools/steps.ts';
import { channelFollow } from '../../simulator/shapes/channel/follow.ts';
import { channelUpdate } from '../../simulator/shapes/channel/stream.ts';
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
} from './fixtures.ts';

test('changes of the channel within two minutes are one row', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const change = (options: Parameters<typeof channelUpdate>[0]) =>
    world.admin.sendEvent({ type: 'channel.update', event: channelUpdate(options) });
  const list = popup.getByRole('list', { name: 'Recent events' });
  const [first] = await change({ title: 'Tea' });
  await expect(list.getByText(/^New title: Tea/)).toBeVisible();
  await change({ title: 'Coffee', content_classification_labels: ['Gambling'] });
  await expect(list.getByText(/^New title: Coffee/)).toBeVisible();
  await expect(list.getByText('Content labels: none → Gambling')).toBeVisible();
  expect(await listedIds(popup)).toEqual([first]);
  expect(await readTable(world, 'events')).toHaveLength(2);
});

test('follows older than a minute are one row, their names unfolding', async ({ world }) => {
  const popup = await openPopup(world);
  await signIn(world.browser.context, popup, 'demo_mod');
  await chooseFavorite(popup, 'demo_streamer');
  await expectListening(popup);
  const options = await world.browser.context.newPage();
  await options.goto(`${world.browser.origin}/options.html#receiving`);
  await grantMore(world.browser.context, options, 'demo_mod');
  await expect
    .poll(async () => (await world.admin.state()).subscriptions.map(({ type }) => type))
    .toContain('channel.follow');

  const channel = await openChannel(world, 'demo_streamer');
  const follow = async (name: string, secondsAgo: number) => {
    const user = { id: `9${secondsAgo}`, login: name.toLowerCase(), name };
    const [id] = await world.admin.sendEvent({
      type: 'channel.follow',
      version: '2',
      event: channelFollow({ user }),
      message_timestamp: new Date(Date.now() - secondsAgo * 1000).toISOString(),
    });
    return id;
  };
  const first = await follow('Ada', 300);
  await follow('Ben', 200);
  await follow('Cleo', 100);
  const fresh = await follow('Dana', 5);
  for (const screen of [popup, panelOn(channel)]) {
    await expect.poll(() => listedIds(screen)).toEqual([fresh, first]);
    // The sentence is also in what screen readers are told.
    const row = screen.getByRole('list', { name: 'Recent events' }).getByRole('listitem').nth(1);
    await expect(row).toContainText('Cleo and 2 others followed');
    await row.getByText('All 3 names').click();
    await expect(row.getByText('Ada', { exact: true })).toBeVisible();
  }
});
