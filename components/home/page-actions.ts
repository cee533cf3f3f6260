import { browser } from 'wxt/browser';
import { showHistory } from '@/lib/platform/own-page';
import { SIDE_PANEL, type SidePanel } from './side-panel';

/** Where the page is shown: below the toolbar button, beside the page, in a window or in a tab. */
export type View = 'popup' | 'side' | 'window' | 'tab';

/** What the page does in the browser. */
export interface PageActions {
  view: View;
  /** Reloads the tab that the user looks at. */
  reloadTab(): void;
  /** Opens the page in a small window of its own. Absent in that window. */
  popOut?: (() => void) | undefined;
  /** Opens the side panel. Absent in it, and where the browser has none. */
  openSidePanel?: (() => void) | undefined;
  /** Shows the history in a tab, or what one viewer did in it. */
  showHistory(viewerId?: string): void;
  /** Opens an address of Twitch: in the tab that the user looks at, if that shows Twitch already. */
  watch(url: string): void;
}

/** Wide enough for the rows, and as high as a popup at its highest. */
const WINDOW = { type: 'popup', width: 400, height: 640 } as const;
/** What follows the address of the page in a window of its own. */
const OWN_WINDOW = '#window';

/** Returns where this page is shown, if it is not the side panel. */
export function viewOfPopup(): View {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) return 'popup';
  return location.hash === OWN_WINDOW ? 'window' : 'tab';
}

/** Returns what a page can do. */
export function pageActionsOf(view: View, sidePanel: SidePanel | null = SIDE_PANEL): PageActions {
  /** The popup closes by itself only if another window gets the focus. */
  const close = (): void => {
    if (view === 'popup') window.close();
  };
  async function popOut(): Promise<void> {
    await browser.windows.create({ ...WINDOW, url: `/popup.html${OWN_WINDOW}` });
    close();
  }
  async function watch(url: string): Promise<void> {
    const tabId = view === 'popup' || view === 'side' ? await tabWithTwitch() : null;
    if (tabId === null) await browser.tabs.create({ url });
    else await browser.tabs.update(tabId, { url });
    close();
  }
  return {
    view,
    reloadTab: () => void browser.tabs.reload(),
    popOut: view === 'window' ? undefined : () => void popOut(),
    openSidePanel:
      view === 'side' || sidePanel === null ? undefined : () => void sidePanel.open().then(close),
    showHistory: (viewerId) => void showHistory(viewerId).then(close),
    watch: (url) => void watch(url),
  };
}

/**
 * Returns the id of the active tab, if it shows Twitch; else `null`. The extension may not read the
 * address of a tab, but the panel's script answers if it is there.
 */
async function tabWithTwitch(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  try {
    const reply: unknown = await browser.tabs.sendMessage(tab.id, { name: 'page/where' });
    return reply ? tab.id : null;
  } catch {
    // Nothing of this extension is in the tab.
    return null;
  }
}
