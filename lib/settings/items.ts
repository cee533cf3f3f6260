import { storage } from 'wxt/utils/storage';

/** The Twitch Client ID that the user entered; empty if there is none. */
export const clientIdItem = storage.defineItem<string>('local:clientId', { fallback: '' });

/** The seen watermark: arrival number (`seq`) of the newest event that the user has seen. */
export const seenItem = storage.defineItem<number>('local:seen', { fallback: 0 });

/** How the user last left the panel, on the favorite's channel and elsewhere. */
export interface PanelChoice {
  /** Absent if the user never opened or folded the panel there. */
  onFavorite?: 'open' | 'folded';
  elsewhere?: 'open' | 'folded';
}

/** How the user last left the panel on twitch.tv. */
export const panelChoiceItem = storage.defineItem<PanelChoice>('local:panel', { fallback: {} });
