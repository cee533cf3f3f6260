import type { BrowserContext, Locator, Page } from '@playwright/test';

/** What a person does with the extension, one step each; tests and the demo share them. */

/** Enters a Twitch Client ID on the options page. */
export async function enterClientId(page: Page, origin: string, clientId: string): Promise<void> {
  await page.goto(`${origin}/options.html`);
  await page.getByRole('textbox', { name: 'Client ID' }).fill(clientId);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
}

/** Presses the sign-in button of the popup and gives Twitch's page that opens. */
export async function openSignIn(context: BrowserContext, popup: Page): Promise<Page> {
  const opened = context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Sign in with Twitch' }).click();
  return await opened;
}

/** Who signs in on Twitch's page, by login. */
export type Person = 'demo_viewer' | 'demo_mod' | 'demo_streamer';

async function authorize(twitch: Page, as: Person): Promise<void> {
  await twitch.getByRole('radio', { name: new RegExp(`^${as}`) }).check();
  await twitch.getByRole('button', { name: 'Authorize' }).click();
}

/** Signs in with Twitch from the popup. */
export async function signIn(
  context: BrowserContext,
  popup: Page,
  as: Person = 'demo_viewer',
): Promise<void> {
  await authorize(await openSignIn(context, popup), as);
  await popup.getByLabel('Favorite streamer').waitFor();
}

/** Signs in as before: Twitch asks nobody twice, so no page of it is seen. */
export async function signInAgain(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Sign in with Twitch' }).click();
  await popup.getByLabel('Favorite streamer').waitFor();
}

/** Sets the favorite streamer in the popup and waits until the extension listens. */
export async function chooseFavorite(popup: Page, userName: string): Promise<void> {
  await popup.getByLabel('Favorite streamer').fill(userName);
  await popup.getByRole('button', { name: 'Save' }).click();
}

/** Grants the rights of a moderator or of the streamer, as the options offer. */
export async function grantMore(
  context: BrowserContext,
  options: Page,
  as: Exclude<Person, 'demo_viewer'>,
): Promise<void> {
  const name = as === 'demo_mod' ? 'Also show follows and shoutouts' : /This is my channel/;
  await grantBy(context, options.getByRole('button', { name }), as);
}

/** Presses a button that asks for rights, and grants them on Twitch's page that opens. */
export async function grantBy(context: BrowserContext, button: Locator, as: Person): Promise<void> {
  const opened = context.waitForEvent('page');
  await button.click();
  await authorize(await opened, as);
}
