import { OTHER_STREAMER } from '../../../simulator/world/people/accounts.ts';
import { readTable } from '../../support/database.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { expectListening, listedIds } from '../../support/screens.ts';
import { chooseFavorite, listenTo, setUpSignedIn } from '../../support/steps.ts';

test('a streamer that Twitch does not know is refused, and the favorite stays', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  await chooseFavorite(popup, 'no_such_streamer');
  await expect(popup.getByRole('alert')).toContainText('no Twitch channel');
  await expect(popup.getByRole('heading', { name: 'Demo_Streamer' })).toBeVisible();
  await expectListening(popup);
});

test('an invalid user name is refused, and nothing changes', async ({ world }) => {
  const popup = await setUpSignedIn(world);
  await chooseFavorite(popup, 'no spaces, please');
  await expect(popup.getByRole('alert')).toContainText("That can't be a Twitch user name.");
  expect(await readTable(world, 'channels')).toEqual([]);
});

test('after a change of the favorite, the one before stays in the list', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const before = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(popup)).toEqual(before);

  await chooseFavorite(popup, 'other_streamer');
  await expect(popup.getByRole('heading', { name: OTHER_STREAMER.name })).toBeVisible();
  await expectListening(popup);
  await expect.poll(() => listedIds(popup)).toEqual([]);

  const after = await sendResubs(world.admin, 1);
  const ids = await sendResubs(world.admin, 2, OTHER_STREAMER);
  await expect.poll(() => listedIds(popup)).toEqual(ids.toReversed());
  await popup.getByRole('tab', { name: 'Demo_Streamer' }).click();
  await expect.poll(() => listedIds(popup)).toEqual([...before, ...after].toReversed());
  const events = await readTable(world, 'events');
  expect(events.map((event) => event.streamer_name)).toEqual([
    'Demo_Streamer',
    'Demo_Streamer',
    OTHER_STREAMER.name,
    OTHER_STREAMER.name,
  ]);
});

test('the extension listens to a favorite that is synced from another computer', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const favorite = JSON.stringify({ ...OTHER_STREAMER, avatarUrl: '' });
  await popup.evaluate(`chrome.storage.sync.set({ 'favorite:200': ${favorite} })`);
  await expect(popup.getByRole('heading', { name: OTHER_STREAMER.name })).toBeVisible();
  await expectListening(popup);
  const ids = await sendResubs(world.admin, 1, OTHER_STREAMER);
  await expect.poll(() => listedIds(popup)).toEqual(ids);
});
