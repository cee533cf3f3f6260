import { openSignIn, signIn } from '../../../../tools/browser/steps.ts';
import { expect, openPopup, readTable, test } from '../../support/fixtures.ts';

test('signing in shows who is signed in and keeps the profile', async ({ world }) => {
  const popup = await openPopup(world);
  await signIn(world.browser.context, popup);
  await expect(popup.getByText('Demo_Viewer')).toBeVisible();
  const [account] = await readTable(world, 'accounts');
  expect(account).toMatchObject({ id: '200', login: 'demo_viewer', name: 'Demo_Viewer' });
});

test('cancelling on the page of Twitch says so and asks for nothing more', async ({ world }) => {
  const popup = await openPopup(world);
  const twitch = await openSignIn(world.browser.context, popup);
  await twitch.getByRole('button', { name: 'Cancel' }).click();
  await expect(popup.getByRole('alert')).toContainText('You did not authorize');
  await expect(popup.getByRole('button', { name: 'Sign in with Twitch' })).toBeEnabled();
  expect(await readTable(world, 'accounts')).toEqual([]);
});

test('closing the sign-in window says that it was cancelled', async ({ world }) => {
  const popup = await openPopup(world);
  const twitch = await openSignIn(world.browser.context, popup);
  await twitch.close();
  await expect(popup.getByRole('alert')).toContainText('closed');
});

test('an answer with a forged state is refused', async ({ world }) => {
  const popup = await openPopup(world);
  const twitch = await openSignIn(world.browser.context, popup);
  await twitch.waitForURL(/authorize/);
  const forged = new URL(twitch.url());
  forged.searchParams.set('state', 'forged');
  await twitch.goto(forged.href);
  await twitch.getByRole('button', { name: 'Authorize' }).click();
  await expect(popup.getByRole('alert')).toContainText('did not belong to this sign-in');
  expect(await readTable(world, 'accounts')).toEqual([]);
});

test('a token of another application is refused', async ({ world }) => {
  await world.admin.fault({ kind: 'validate', client_id: 'somebody-else' });
  const popup = await openPopup(world);
  const twitch = await openSignIn(world.browser.context, popup);
  await twitch.getByRole('button', { name: 'Authorize' }).click();
  await expect(popup.getByRole('alert')).toContainText('another Client ID');
});

test('a Client ID that Twitch does not know is told apart from no network', async ({ world }) => {
  await world.admin.fault({ kind: 'invalid_client' });
  const popup = await openPopup(world);
  await popup.getByRole('button', { name: 'Sign in with Twitch' }).click();
  await expect(popup.getByRole('alert')).toContainText('Client ID');
  await expect(popup.getByRole('button', { name: 'Sign in with Twitch' })).toBeEnabled();
});

test('without a Client ID signing in says so and leads to the options', async ({ world }) => {
  const { page, origin } = world.browser;
  await page.goto(`${origin}/popup.html`);
  await page.getByRole('button', { name: 'Sign in with Twitch' }).click();
  await expect(page.getByRole('alert')).toContainText('Client ID');
  await expect(page.getByRole('link', { name: /options/i }).first()).toBeVisible();
});

test('without a network signing in says so', async ({ world }) => {
  const popup = await openPopup(world);
  await world.admin.fault({ kind: 'offline' });
  await popup.getByRole('button', { name: 'Sign in with Twitch' }).click();
  await expect(popup.getByRole('alert')).toContainText("can't be reached");
});

test('signing out revokes the token and leaves the history', async ({ world }) => {
  const popup = await openPopup(world);
  await signIn(world.browser.context, popup);
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await expect(popup.getByRole('button', { name: 'Sign in with Twitch' })).toBeVisible();
  expect(await readTable(world, 'accounts')).toEqual([]);
  await expect.poll(async () => (await world.admin.state()).requests['/oauth2/revoke']).toBe(1);
});
