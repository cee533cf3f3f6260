import type { Page } from '@playwright/test';
import { panelOn } from '../../tests/e2e/support/screens.ts';
import { showTab } from '../../tests/e2e/support/several.ts';
import { openChannel } from '../../tests/e2e/support/steps.ts';
import {
  type Look,
  PAGE_LOOKS,
  PANEL_LOOKS,
  POPUP_LOOKS,
  SIDE_PANEL_LOOKS,
  type Theme,
} from './looks.ts';
import type { Stage } from './world.ts';

/** What pictures are taken of. To add a screen, add a line to {@link SCREENS}. */

export interface Screen {
  /** Opens the screen in a tab of its own. */
  open(stage: Stage): Promise<Page>;
  looks: readonly Look[];
  /** True for a page that is shown down to its end. */
  isWhole?: boolean;
  /** What of the page is ours; all of it if this is absent. */
  within?: string;
}

/** Takes a step on a page before its pictures are taken. */
type Arrange = (page: Page) => Promise<void>;

/** A page of the extension, perhaps at a section, after `arrange` has made a step in it. */
function ownPage(path: string, arrange?: Arrange): Screen {
  return {
    open: async ({ browser: { context, origin } }) => {
      const page = await context.newPage();
      await page.goto(`${origin}/${path}`);
      await arrange?.(page);
      return page;
    },
    looks: PAGE_LOOKS,
    isWhole: true,
  };
}

/** The popup as in the toolbar. */
function popup(arrange?: Arrange): Screen {
  return { ...ownPage('popup.html', arrange), looks: POPUP_LOOKS, isWhole: false };
}

/** A view of the history. */
function historyView(query = '', arrange?: Arrange): Screen {
  return { ...ownPage(`history.html${query}`, arrange), isWhole: false };
}

/** A page of Twitch with the panel. */
function twitchPage(path: string): Screen {
  return {
    open: async (stage) => {
      const page = await openChannel(stage, path);
      await panelOn(page).waitFor({ state: 'attached' });
      return page;
    },
    looks: PANEL_LOOKS,
    within: 'streamer-event-panel',
  };
}

export const SCREENS = {
  popup: popup(),
  'popup-all': popup(async (page) => await showTab(page, 'All')),
  'popup-add': popup(async (page) => {
    await page.getByRole('button', { name: 'Add streamer' }).click();
    await page.getByRole('option').first().waitFor();
  }),
  panel: twitchPage('demo_streamer'),
  'panel-elsewhere': twitchPage('other_streamer'),
  sidepanel: { ...ownPage('sidepanel.html'), looks: SIDE_PANEL_LOOKS, isWhole: false },
  history: historyView(),
  'history-drawer': historyView('', async (page) => {
    await page.locator('[data-event-id]').first().press('Enter');
    await page.getByText('viewer_name').first().waitFor();
  }),
  'history-broadcasts': historyView('?view=broadcasts'),
  'history-timeline': historyView('?view=broadcasts', async (page) => {
    await page.locator('a[href*="broadcast="]').first().click();
    await page.getByRole('heading', { name: 'Highlights' }).waitFor();
  }),
  'history-people': historyView('?view=people'),
  'history-statistics': historyView('?view=statistics'),
  welcome: ownPage('welcome.html'),
  'options-account': ownPage('options.html#account'),
  'options-streamers': ownPage('options.html#streamers'),
  'options-notifications': ownPage('options.html#notifications'),
  'options-lists': ownPage('options.html#lists'),
  'options-panel': ownPage('options.html#panel'),
  'options-recording': ownPage('options.html#recording'),
  'options-storage': ownPage('options.html#storage'),
  'options-receiving': ownPage('options.html#receiving'),
  'options-application': ownPage('options.html#application'),
  'options-diagnostics': ownPage('options.html#diagnostics'),
} satisfies Record<string, Screen>;

export type ScreenName = keyof typeof SCREENS;

/** Shows a page in a theme: the pages of the extension follow the system, the panel follows Twitch. */
export async function applyTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  if (page.url().startsWith('https://www.twitch.tv/')) {
    await page.evaluate(`window.simulator.setTheme('${theme}')`);
  }
}

const screensOf = (page: string) =>
  (Object.keys(SCREENS) as ScreenName[]).filter((name) => name.startsWith(page));

/** All sections of the options. */
export const OPTIONS = screensOf('options-');

/** All views of the history. */
export const HISTORY = screensOf('history');
