import { chooseFavorite, signIn } from '../../../tools/steps.ts';
import { OTHER_STREAMER } from '../../simulator/world/people/accounts.ts';
import { sendResubs } from '../support/events.ts';
import {
  expect,
  expectListening,
  listedIds,
  listenTo,
  openPopup,
  readTable,
  test,
} from './fixtures.ts';

test('a streamer Twitch does not know is said at once, and the favorite stays', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  await chooseFavorite(popup, 'no_such_streamer');
  await expect(popup.getByRole('alert')).toContainText('no Twitch channel');
  await expect(popup.getByRole('heading', { name: 'Demo_Streamer' })).toBeVisible();
  await expectListening(popup);
});

test('a name that can’t be one is refused, and nothing is changed', async ({ world }) => {
  const popup = await openPopup(world);
  await signIn(world.browser.context, popup);
  await chooseFavorite(popup, 'no spaces, please');
  await expect(popup.getByRole('alert')).toContainText("That can't be a Twitch user name.");
  expect(await readTable(world, 'channels')).toEqual([]);
});

test('after changing the favorite the next events come from the new one', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(popup)).toHaveLength(1);

  await chooseFavorite(popup, 'other_streamer');
  await expect(popup.getByRole('heading', { name: OTHER_STREAMER.name })).toBeVisible();
  await expectListening(popup);
  await expect.poll(() => listedIds(popup)).toEqual([]);

  expect(await sendResubs(world.admin, 1), 'the old favorite is no longer heard').toEqual([]);
  const ids = await sendResubs(world.admin, 2, OTHER_STREAMER);
  await expect.poll(() => listedIds(popup)).toEqual(ids.toReversed());
  const events = await readTable(world, 'events');
  expect(events.map((event) => event.streamer_name)).toEqual([
    'Demo_Streamer',
    OTHER_STREAMER.name,
    OTHER_STREAMER.name,
  ]);
});

test('a favorite that arrives from another machine is listened to', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const other = JSON.stringify({ ...OTHER_STREAMER, avatarUrl: '' });
  await popup.evaluate(`chrome.storage.sync.set({ 'favorite:200': ${other} })`);
  await expect(popup.getByRole('heading', { name: OTHER_STREAMER.name })).toBeVisible();
  await expectListening(popup);
  const ids = await sendResubs(world.admin, 1, OTHER_STREAMER);
  await expect.poll(() => listedIds(popup)).toEqual(ids);
});
