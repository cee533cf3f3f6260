import { browser } from 'wxt/browser';

/** The browser's side panel. */
export interface SidePanel {
  /** Opens it. The browser allows this only in answer to a click or a key. */
  open(): Promise<void>;
}

/** The part of `browser` that the types of both browsers do not share. */
interface WithSidePanel {
  /** Chrome: https://developer.chrome.com/docs/extensions/reference/api/sidePanel */
  sidePanel?: { open(of: { windowId: number }): Promise<void> };
  /** Firefox. */
  sidebarAction?: SidePanel;
}

function findSidePanel(): SidePanel | null {
  const { sidePanel, sidebarAction } = browser as WithSidePanel;
  if (sidebarAction !== undefined) return { open: () => sidebarAction.open() };
  if (sidePanel === undefined) return null;
  // Asked for in advance: after an answer that takes long, a click counts no longer.
  const current = browser.windows.getCurrent();
  return {
    open: async () => {
      const { id } = await current;
      if (id !== undefined) await sidePanel.open({ windowId: id });
    },
  };
}

/** The side panel of this browser; `null` if it has none. */
export const SIDE_PANEL: SidePanel | null = findSidePanel();
