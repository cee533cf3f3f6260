import type { BrowserContext, Page } from '@playwright/test';

/** A page without scripts. */
export interface StaticPage {
  url: string;
  markup: string;
}

/**
 * Reads the simulated channel page as the server sends it, without its scripts: Twitch's layout, in
 * which nothing happens. What remains is what extensions do.
 */
export async function staticPage(context: BrowserContext, login: string): Promise<StaticPage> {
  const url = `https://www.twitch.tv/${login}`;
  const page = await context.newPage();
  const response = await page.goto(url);
  const markup = (await response?.text()) ?? '';
  await page.close();
  return { url, markup: markup.replaceAll(/<script\b[^]*?<\/script>/g, '') };
}

/** Opens a tab in which all pages of Twitch have this markup. */
export async function openStaticTab(
  context: BrowserContext,
  { markup }: Pick<StaticPage, 'markup'>,
): Promise<Page> {
  const page = await context.newPage();
  await page.route('https://www.twitch.tv/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: markup }),
  );
  return page;
}
