import { browser } from 'wxt/browser';
import {
  emptyStreamerFeed,
  type FeedIndex,
  readableIndex,
  readableStreamerFeed,
  type StreamerFeed,
  type Unseen,
} from './feed';
import type { PanelChoice } from './panel-choice';

/**
 * What the panel knows, from the items that it reads. WXT would read each of them with a call and a
 * lock of its own, and on a page of Twitch every call counts.
 */
export interface PanelItems {
  index: FeedIndex;
  /** The feed of the streamer that the panel follows; `null` if it follows none. */
  feed: StreamerFeed | null;
  /** Number of unseen rows of this streamer. */
  unseen: number;
  /** The item of `panel-choice.ts`. */
  panel: PanelChoice;
}

/** Returns the id of the streamer to follow, or `null` for none. */
export type ChooseStreamer = (index: FeedIndex) => string | null;

const INDEX = 'feed';
const UNSEEN = 'feed:unseen';
const PANEL = 'panel';
const KEYS: readonly string[] = [INDEX, UNSEEN, PANEL];
/** The item of `panel-awaited.ts`. */
const AWAITED = 'isPanelAwaited';
const NO_CHOICE: PanelChoice = {};

/** Returns the key of the feed of a streamer, the item of `feed-item.ts`. */
const keyOf = (streamerId: string): string => `feed:${streamerId}`;

type Values = Partial<Record<string, unknown>>;

/**
 * Calls `onChange` with the items, now and after every change of them, until the signal aborts. Of
 * all streamers it follows only the one that `choose` returns: what happens at the others changes
 * nothing. Also stores that a page shows a panel, if one is awaited.
 *
 * Returns a function to call when the choice may have changed.
 */
export function watchPanelItems(
  signal: AbortSignal,
  choose: ChooseStreamer,
  onChange: (items: PanelItems) => void,
): () => void {
  const followed = createFollowed();
  let shown: PanelItems | undefined;

  function show(): void {
    const items = followed.items();
    if (items === null || signal.aborted || (shown && isSame(items, shown))) return;
    shown = items;
    onChange(items);
  }
  async function follow(): Promise<void> {
    const index = followed.index();
    if (index === null) return;
    if (followed.follow(choose(index))) await followed.read();
    show();
  }
  const followAgain = () => void follow().catch(() => undefined);

  function onStored(changed: Partial<Record<string, { newValue?: unknown }>>): void {
    const keys = followed.keys().filter((key) => changed[key] !== undefined);
    for (const key of keys) followed.set(key, changed[key]?.newValue);
    if (keys.includes(INDEX)) followAgain();
    else if (keys.length > 0) show();
  }
  async function start(): Promise<void> {
    const { local } = browser.storage;
    local.onChanged.addListener(onStored);
    signal.addEventListener('abort', () => {
      if (isExtensionThere()) local.onChanged.removeListener(onStored);
    });
    const stored = await followed.read(AWAITED);
    if (signal.aborted) return;
    await follow();
    if (stored[AWAITED] === true) await local.remove(AWAITED);
  }
  // After an update of the extension, an old content script can neither watch nor read. Its panel
  // says so.
  start().catch(() => undefined);
  return followAgain;
}

/** Keeps the latest values of the keys that a panel follows. */
function createFollowed() {
  const known = new Map<string, unknown>();
  const indexOf = remembering((stored: unknown) => readableIndex((stored ?? {}) as FeedIndex));
  const feedOf = remembering((stored: unknown) =>
    stored ? readableStreamerFeed(stored as StreamerFeed) : null,
  );
  const emptyFeedOf = remembering(emptyStreamerFeed);
  let streamerId: string | null = null;
  let turn = 0;

  const keys = () => (streamerId === null ? KEYS : [...KEYS, keyOf(streamerId)]);

  const feedIn = (id: string) => feedOf(known.get(keyOf(id))) ?? emptyFeedOf(id);

  return {
    keys,
    set: (key: string, value: unknown) => void known.set(key, value),
    /** Reads what is not known yet. What has changed meanwhile is newer than what is read. */
    async read(...more: string[]): Promise<Values> {
      const thisTurn = turn;
      const missing = keys().filter((key) => !known.has(key));
      const stored: Values = await browser.storage.local.get([...missing, ...more]);
      for (const key of missing) {
        if (turn === thisTurn && !known.has(key)) known.set(key, stored[key]);
      }
      return stored;
    },
    /** Returns true if this is another streamer than before, whose feed is not known yet. */
    follow(chosen: string | null): boolean {
      if (chosen === streamerId) return false;
      if (streamerId !== null) known.delete(keyOf(streamerId));
      streamerId = chosen;
      turn += 1;
      return chosen !== null;
    },
    /** Returns `null` until the index is read. */
    index: () => (known.has(INDEX) ? indexOf(known.get(INDEX)) : null),
    /** Returns `null` until everything is read. */
    items(): PanelItems | null {
      if (!keys().every((key) => known.has(key))) return null;
      const unseen = (known.get(UNSEEN) ?? {}) as Unseen;
      return {
        index: indexOf(known.get(INDEX)),
        feed: streamerId === null ? null : feedIn(streamerId),
        unseen: (streamerId !== null && unseen[streamerId]) || 0,
        panel: known.get(PANEL) ?? NO_CHOICE,
      };
    },
  };
}

/** Returns a function that returns the same result as the last time for the same value. */
function remembering<Value, Result>(make: (value: Value) => Result): (value: Value) => Result {
  let last: { value: Value; result: Result } | undefined;
  return (value) => {
    if (last === undefined || last.value !== value) last = { value, result: make(value) };
    return last.result;
  };
}

function isSame(a: PanelItems, b: PanelItems): boolean {
  return a.index === b.index && a.feed === b.feed && a.unseen === b.unseen && a.panel === b.panel;
}

const isExtensionThere = (): boolean => browser.runtime?.id !== undefined;

/** Stores the user's choice for the panel. */
export async function storePanelChoice(choice: PanelChoice): Promise<void> {
  await browser.storage.local.set({ [PANEL]: choice });
}
