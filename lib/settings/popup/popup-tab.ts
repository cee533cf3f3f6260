import { storage } from 'wxt/utils/storage';
import type { IndexedStreamer } from '../feed';

/** The tab of the popup that the user has chosen: `all`, `favorite`, or the id of a streamer. */
export type PopupTab = string;

/** The chosen tab in `storage.local`. */
export const popupTabItem = storage.defineItem<PopupTab>('local:popupTab', {
  fallback: 'favorite',
});

/**
 * Returns the streamer whose tab is shown, `null` for the tab of all. If the chosen streamer is no
 * longer in the list, it is the favorite; if there is none, the tab of all is shown.
 */
export function streamerOfTab(
  chosen: PopupTab,
  streamers: readonly IndexedStreamer[],
): IndexedStreamer | null {
  if (chosen === 'all') return null;
  const favorite = streamers.find(({ isFavorite }) => isFavorite) ?? null;
  return streamers.find(({ id }) => id === chosen) ?? favorite;
}

/** Returns the choice that stands for a streamer's tab. The favorite may become another one. */
export function tabOfStreamer({ id, isFavorite }: IndexedStreamer): PopupTab {
  return isFavorite ? 'favorite' : id;
}
