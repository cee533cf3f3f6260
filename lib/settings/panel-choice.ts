import { storage } from '@/lib/browser-storage';

/**
 * Where the panel stands: beside the chat, on the upper part of the chat, freely over the page, or as
 * a tab only.
 */
export type Stand = 'beside' | 'chat' | 'floating' | 'tab';

/** The layouts of Twitch's page that have a stand each. */
export type PageLayout = 'normal' | 'theater';

/**
 * The user's last choice for the panel, on the channels of the listed streamers and elsewhere. The
 * name of the first is older than that there can be others beside the favorite.
 */
export interface PanelChoice {
  /** Absent if the user never opened or folded the panel there. */
  onFavorite?: 'open' | 'folded';
  elsewhere?: 'open' | 'folded';
  /** Absent where the user has chosen none: then it stands beside the chat. */
  stand?: Partial<Record<PageLayout, Stand>>;
}

/** The panel choice in `storage.local`. */
export const panelChoiceItem = storage.defineItem<PanelChoice>('local:panel', { fallback: {} });
