import { browser } from 'wxt/browser';
import { EMPTY_FEED, type Feed } from './feed';
import type { PanelChoice } from './panel-choice';

/**
 * The items that the panel reads, by their keys in `storage.local`. WXT would read each of them with
 * a call and a lock of its own, and on a page of Twitch every call counts.
 */
export interface PanelItems {
  /** The item of `feed.ts`. Read it through `readableFeed`. */
  feed: Feed;
  /** The item of `panel-choice.ts`. */
  panel: PanelChoice;
}

const KEYS = ['feed', 'panel'] as const;
/** The item of `panel-awaited.ts`. */
const AWAITED = 'isPanelAwaited';

type Values = Partial<Record<string, unknown>>;

/** Returns stored values as items. Only this extension writes them, so their types are known. */
const itemsOf = ({ feed, panel }: Values): PanelItems => ({
  feed: (feed ?? EMPTY_FEED) as Feed,
  panel: panel ?? {},
});

/**
 * Calls `onChange` with the items, now and after every change, until the signal aborts. Also stores
 * that a page shows a panel, if one is awaited.
 */
export function watchPanelItems(signal: AbortSignal, onChange: (items: PanelItems) => void): void {
  let values: Values | undefined;
  let changes: Values = {};

  function onStored(changed: Partial<Record<string, { newValue?: unknown }>>): void {
    const keys = KEYS.filter((key) => changed[key] !== undefined);
    if (keys.length === 0) return;
    changes = {
      ...changes,
      ...Object.fromEntries(keys.map((key) => [key, changed[key]?.newValue])),
    };
    if (values !== undefined) onChange(itemsOf({ ...values, ...changes }));
  }
  async function read(): Promise<void> {
    const { local } = browser.storage;
    local.onChanged.addListener(onStored);
    signal.addEventListener('abort', () => {
      if (isExtensionThere()) local.onChanged.removeListener(onStored);
    });
    const stored: Values = await local.get([...KEYS, AWAITED]);
    if (signal.aborted) return;
    values = stored;
    onChange(itemsOf({ ...values, ...changes }));
    if (stored[AWAITED] === true) await local.remove(AWAITED);
  }
  // After an update of the extension, an old content script can neither watch nor read. Its panel
  // says so.
  read().catch(() => undefined);
}

const isExtensionThere = (): boolean => browser.runtime?.id !== undefined;

/** Stores the user's choice for the panel. */
export async function storePanelChoice(choice: PanelChoice): Promise<void> {
  await browser.storage.local.set({ panel: choice } satisfies Partial<PanelItems>);
}
