import { readTable } from '../../support/database.ts';
import { expect, testSignedOut as test } from '../../support/fixtures.ts';
import { panelOn } from '../../support/screens.ts';
import {
  answerTwitch,
  clickToOpen,
  enterClientId,
  openChannel,
  openPopup,
  openSignIn,
  setUpExtension,
  setUpSignedIn,
  signIn,
  signOut,
} from '../../support/steps.ts';
import { requestCount } from '../../support/twitch.ts';

test('signing in shows the account and stores its profile', async ({ world }) => {
  const popup = await setUpSignedIn(world);
  await popup.getByRole('button', { name: 'Account and more' }).click();
  await expect(popup.getByText('Demo_Viewer')).toBeVisible();
  const [account] = await readTable(world, 'accounts');
  expect(account).toMatchObject({ id: '200', login: 'demo_viewer', name: 'Demo_Viewer' });
});

test('canceling on Twitch’s page and closing it show which it was, and store nothing', async ({
  world,
}) => {
  const popup = await setUpExtension(world);
  await answerTwitch(await openSignIn(popup), 'Cancel');
  await expect(popup.getByRole('alert')).toContainText('You did not authorize');
  await expect(popup.getByRole('button', { name: 'Sign in with Twitch' })).toBeEnabled();
  await (await openSignIn(popup)).close();
  await expect(popup.getByRole('alert')).toContainText('closed');
  expect(await readTable(world, 'accounts')).toEqual([]);
});

test('a response with a forged state is refused', async ({ world }) => {
  const popup = await setUpExtension(world);
  const twitch = await openSignIn(popup);
  await twitch.waitForURL(/authorize/);
  const forged = new URL(twitch.url());
  forged.searchParams.set('state', 'forged');
  await twitch.goto(forged.href);
  await answerTwitch(twitch, 'Authorize');
  await expect(popup.getByRole('alert')).toContainText('did not belong to this sign-in');
  expect(await readTable(world, 'accounts')).toEqual([]);
});

test('a token of another application is refused', async ({ world }) => {
  await world.admin.fault({ kind: 'validate', client_id: 'somebody-else' });
  const popup = await setUpExtension(world);
  const twitch = await openSignIn(popup);
  await answerTwitch(twitch, 'Authorize');
  await expect(popup.getByRole('alert')).toContainText('another Client ID');
});

test('an unknown Client ID shows another message than a missing network', async ({ world }) => {
  await world.admin.fault({ kind: 'invalid_client' });
  const popup = await setUpExtension(world);
  await popup.getByRole('button', { name: 'Sign in with Twitch' }).click();
  await expect(popup.getByRole('alert')).toContainText('Client ID');
  await expect(popup.getByRole('button', { name: 'Sign in with Twitch' })).toBeEnabled();
});

test('a missing Client ID is reported at once, with a link, until the user enters one', async ({
  world,
}) => {
  const popup = await openPopup(world);
  const channel = await openChannel(world, 'demo_streamer');
  const panel = panelOn(channel);
  await panel.getByRole('button', { name: 'Set up StreamerEventViewer' }).click();
  await expect(popup.getByRole('alert')).toContainText('Client ID');
  await expect(panel.getByRole('alert')).toContainText('Client ID');
  await expect(panel.getByRole('button', { name: 'Open the options' })).toBeVisible();
  await popup.getByRole('button', { name: 'Sign in with Twitch' }).click();
  await expect(popup.getByRole('alert')).toContainText('Client ID');

  const options = await clickToOpen(
    popup.getByRole('alert').getByRole('link', { name: 'Open the options' }),
  );
  await enterClientId(options, world.browser.origin, 'test-client');
  await expect(popup.getByRole('alert')).toHaveCount(0);
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await signIn(popup);
});

test('signing in without a network shows that Twitch cannot be reached', async ({ world }) => {
  const popup = await setUpExtension(world);
  await world.admin.fault({ kind: 'offline' });
  await popup.getByRole('button', { name: 'Sign in with Twitch' }).click();
  await expect(popup.getByRole('alert')).toContainText("can't be reached");
});

test('signing out deletes the account and revokes the token', async ({ world }) => {
  const popup = await setUpSignedIn(world);
  await signOut(popup);
  await expect(popup.getByRole('button', { name: 'Sign in with Twitch' })).toBeVisible();
  expect(await readTable(world, 'accounts')).toEqual([]);
  await expect.poll(() => requestCount(world, '/oauth2/revoke')).toBe(1);
});

test('after signing out, Twitch lets the user choose another account', async ({ world }) => {
  const popup = await setUpSignedIn(world);
  await signOut(popup);
  await signIn(popup, 'demo_mod');
  const [account] = await readTable(world, 'accounts');
  expect(account).toMatchObject({ login: 'demo_mod' });
});
