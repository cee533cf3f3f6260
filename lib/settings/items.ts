import { storage } from 'wxt/utils/storage';

/** The Twitch Client ID the user entered; empty for none. */
export const clientIdItem = storage.defineItem<string>('local:clientId', { fallback: '' });

/** Arrival number (`seq`) of the newest event the user has seen. */
export const seenItem = storage.defineItem<number>('local:seen', { fallback: 0 });

/** Where the user last chose the panel to be open or folded; absent where they never chose. */
export interface PanelChoice {
  onFavorite?: 'open' | 'folded';
  elsewhere?: 'open' | 'folded';
}

/** The user's choice of how the panel stands on twitch.tv. */
export const panelChoiceItem = storage.defineItem<PanelChoice>('local:panel', { fallback: {} });
