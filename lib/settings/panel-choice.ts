import { storage } from 'wxt/utils/storage';

/** The user's last choice for the panel, on the favorite's channel and elsewhere. */
export interface PanelChoice {
  /** Absent if the user never opened or folded the panel there. */
  onFavorite?: 'open' | 'folded';
  elsewhere?: 'open' | 'folded';
}

/** The panel choice in `storage.local`. */
export const panelChoiceItem = storage.defineItem<PanelChoice>('local:panel', { fallback: {} });
