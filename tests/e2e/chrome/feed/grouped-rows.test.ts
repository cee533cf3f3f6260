import { channelFollow } from '../../../simulator/shapes/channel/follow.ts';
import { channelUpdate } from '../../../simulator/shapes/channel/stream.ts';
import { readTable } from '../../support/database.ts';
import { expect, test, testSignedOut } from '../../support/fixtures.ts';
import { eventList, listedIds, panelOn } from '../../support/screens.ts';
import { grantRole, listenTo, openChannel } from '../../support/steps.ts';

test('changes of the channel within two minutes share one row', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const change = (options: Parameters<typeof channelUpdate>[0]) =>
    world.admin.sendEvent({ type: 'channel.update', event: channelUpdate(options) });
  const list = eventList(popup);
  // Only now is it known what a change begins with.
  await expect(popup.locator('header')).toContainText('Stardew Valley');
  const [first] = await change({ title: 'Tea' });
  await expect(list.getByText(/^New title: Tea/)).toBeVisible();
  await change({ title: 'Coffee', content_classification_labels: ['Gambling'] });
  await expect(list.getByText(/^New title: Coffee/)).toBeVisible();
  await expect(list.getByText('Content labels: none → Gambling')).toBeVisible();
  expect(await listedIds(popup)).toEqual([first]);
  expect(await readTable(world, 'events')).toHaveLength(2);
});

testSignedOut(
  'follows older than a minute share one row, which unfolds to all names',
  async ({ world }) => {
    const popup = await listenTo(world, 'demo_streamer', { as: 'demo_mod' });
    await grantRole(world, 'demo_mod');
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
    const recent = await follow('Dana', 5);
    for (const screen of [popup, panelOn(channel)]) {
      await expect.poll(() => listedIds(screen)).toEqual([recent, first]);
      // The same sentence is in the live region for screen readers, so the row is found by its place.
      const row = eventList(screen).getByRole('listitem').nth(1);
      await expect(row).toContainText('Cleo and 2 others followed');
      await row.getByText('All 3 names').click();
      await expect(row.getByText('Ada', { exact: true })).toBeVisible();
    }
  },
);
