import { storage } from 'wxt/utils/storage';

/**
 * The user's last choice for the panel, on the channels of the listed streamers and elsewhere. The
 * name of the first is older than that there can be others beside the favorite.
 */
export interface PanelChoice {
  /** Absent if the user never opened or folded the panel there. */
  onFavorite?: 'open' | 'folded';
  elsewhere?: 'open' | 'folded';
}

/** The panel choice in `storage.local`. */
export const panelChoiceItem = storage.defineItem<PanelChoice>('local:panel', { fallback: {} });
