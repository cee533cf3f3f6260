import type { BrowserContext, Page } from '@playwright/test';

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

/** Signs in with Twitch from the popup. */
export async function signIn(context: BrowserContext, popup: Page): Promise<void> {
  const twitch = await openSignIn(context, popup);
  await twitch.getByRole('button', { name: 'Authorize' }).click();
  await popup.getByLabel('Favorite streamer').waitFor();
}

/** Sets the favorite streamer in the popup and waits until the extension listens. */
export async function chooseFavorite(popup: Page, userName: string): Promise<void> {
  await popup.getByLabel('Favorite streamer').fill(userName);
  await popup.getByRole('button', { name: 'Save' }).click();
}
