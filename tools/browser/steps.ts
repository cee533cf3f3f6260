import type { Locator, Page } from '@playwright/test';

/** Steps that a user takes on a page of the extension. Tests, soak and demo share them. */

/** The login of an account that can sign in on Twitch's page. */
export type Login = 'demo_viewer' | 'demo_mod' | 'demo_streamer';

/** Enters a Twitch Client ID on the options page. */
export async function enterClientId(page: Page, origin: string, clientId: string): Promise<void> {
  await page.goto(`${origin}/options.html#application`);
  await page.getByRole('textbox', { name: 'Client ID' }).fill(clientId);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
}

/** Clicks a button or link that opens a tab or a window, and returns the page in it. */
export async function clickToOpen(target: Locator): Promise<Page> {
  const opened = target.page().context().waitForEvent('page');
  await target.click();
  return await opened;
}

/** Clicks the sign-in button of the popup, and returns Twitch's page that opens. */
export async function openSignIn(popup: Page): Promise<Page> {
  return await clickToOpen(popup.getByRole('button', { name: 'Sign in with Twitch' }));
}

/** Clicks a button of Twitch's page that asks whether the extension may have what it wants. */
export async function answerTwitch(twitch: Page, answer: 'Authorize' | 'Cancel'): Promise<void> {
  const click = twitch.getByRole('button', { name: answer }).click();
  // The browser closes the page as soon as it has the answer, and the click may hear of that first.
  await click.catch((error: unknown) => {
    if (!twitch.isClosed()) throw error;
  });
}

async function authorize(twitch: Page, as: Login): Promise<void> {
  await twitch.getByRole('radio', { name: new RegExp(`^${as}`) }).check();
  await answerTwitch(twitch, 'Authorize');
}

/** Signs in with Twitch from the popup. */
export async function signIn(popup: Page, as: Login = 'demo_viewer'): Promise<void> {
  await authorize(await openSignIn(popup), as);
  await popup.getByLabel('Favorite streamer').waitFor();
}

/** Signs in with the account that signed in before: Twitch does not ask again, so no page opens. */
export async function signInAgain(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Sign in with Twitch' }).click();
  await popup.getByLabel('Favorite streamer').waitFor();
}

/** Sets the favorite streamer in the popup. */
export async function chooseFavorite(popup: Page, userName: string): Promise<void> {
  await popup.getByLabel('Favorite streamer').fill(userName);
  await popup.getByRole('button', { name: 'Save' }).click();
}

/** Enters a streamer to add in the popup, without waiting for the answer. */
export async function submitOther(popup: Page, userName: string): Promise<void> {
  await popup.getByRole('button', { name: 'Add streamer' }).click();
  await popup.getByRole('combobox', { name: 'Streamer', exact: true }).fill(userName);
  await popup.getByRole('button', { name: 'Add', exact: true }).click();
}

/**
 * Adds streamers beside the favorite in the popup, one after the other. Each is added when its tab
 * is there.
 */
export async function addOthers(
  popup: Page,
  others: readonly { login: string; name: string }[],
): Promise<void> {
  for (const { login, name } of others) {
    await submitOther(popup, login);
    await popup.getByRole('tab', { name, exact: true }).waitFor();
  }
}

/** Clicks a button that asks for more scopes, and grants them on Twitch's page that opens. */
export async function grantScopes(button: Locator, as: Login): Promise<void> {
  await authorize(await clickToOpen(button), as);
}

/** Grants the scopes that the options offer to a moderator, or to the streamer. */
export async function grantScopesOfRole(
  options: Page,
  as: Exclude<Login, 'demo_viewer'>,
): Promise<void> {
  const name = as === 'demo_mod' ? 'Also show follows and shoutouts' : /This is my channel/;
  await grantScopes(options.getByRole('button', { name }), as);
}
