import type { Page } from '@playwright/test';
import { extensionOrigin } from '../../../tools/browser/chromium.ts';
import { chooseFavorite, enterClientId, signIn } from '../../../tools/browser/steps.ts';
import type { World } from './browser.ts';

/** The favorite of {@link listen}: a streamer of the simulated Twitch. */
export const FAVORITE = { id: '100', login: 'demo_streamer', name: 'Demo_Streamer' } as const;

/** The extension at work. */
export interface Listening {
  /** The address that the extension's pages begin with. */
  origin: string;
  /** The first tab, which shows nothing. */
  page: Page;
}

/** Signs in with the extension, makes {@link FAVORITE} the favorite, and waits until it listens. */
export async function listen({ context }: World): Promise<Listening> {
  const page = context.pages()[0] ?? (await context.newPage());
  const origin = await extensionOrigin(context);
  await enterClientId(page, origin, 'bench-client');
  await page.goto(`${origin}/popup.html`);
  await signIn(page);
  await chooseFavorite(page, FAVORITE.login);
  await page.getByRole('status').getByText('Listening for events').waitFor();
  await page.goto('about:blank');
  return { origin, page };
}

/** Opens the favorite's page on Twitch in new tabs, and waits until each shows the panel. */
export async function openTabs({ context }: World, count: number): Promise<Page[]> {
  const tabs: Page[] = [];
  for (let tab = 0; tab < count; tab += 1) {
    const page = await context.newPage();
    await page.goto(`https://www.twitch.tv/${FAVORITE.login}`);
    await page.locator('streamer-event-panel').getByRole('status').waitFor();
    tabs.push(page);
  }
  return tabs;
}
