import { useState } from 'preact/hooks';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import type { FeedIndex, IndexedStreamer } from '@/lib/settings/feed';
import {
  type PopupTab,
  popupTabItem,
  streamerOfTab,
  tabOfStreamer,
} from '@/lib/settings/popup/popup-tab';

/** The selected tab of a strip of streamers. */
export interface StreamerTabsState {
  /** The streamer whose tab is selected; `null` for the tab of all. */
  selected: IndexedStreamer | null;
  select: (streamer: IndexedStreamer | null) => void;
  /**
   * Selects a tab, which may appear only later, and moves the focus to it. It is not remembered: the
   * user has not chosen it.
   */
  focus: (tab: PopupTab) => void;
  /** True if the selected tab waits for the focus. */
  isFocusAwaited: boolean;
  onFocused: () => void;
}

/** Returns the selected tab; `undefined` until it has been read. The user's choice is remembered. */
export function useStreamerTabs({
  streamers,
}: Pick<FeedIndex, 'streamers'>): StreamerTabsState | undefined {
  const stored = useStorageItem(popupTabItem);
  const [chosen, setChosen] = useState<PopupTab>();
  const [awaited, setAwaited] = useState<PopupTab | null>(null);
  const tab = chosen ?? stored;
  if (tab === undefined) return undefined;
  const selected = streamerOfTab(tab, streamers);

  return {
    selected,
    select: (streamer) => {
      const next = streamer === null ? 'all' : tabOfStreamer(streamer);
      setAwaited(null);
      setChosen(next);
      // If it cannot be stored, the tab is selected, but not remembered.
      popupTabItem.setValue(next).catch(() => undefined);
    },
    focus: (next) => {
      setAwaited(next);
      setChosen(next);
    },
    isFocusAwaited: awaited !== null && isTabOf(awaited, selected),
    onFocused: () => setAwaited(null),
  };
}

/** Returns false if a streamer is shown in the place of one that is not in the list. */
function isTabOf(tab: PopupTab, selected: IndexedStreamer | null): boolean {
  return selected === null || selected.id === tab || (tab === 'favorite' && selected.isFavorite);
}
