import { storage } from 'wxt/utils/storage';

/**
 * Where the panel stands: beside the chat, on the upper part of the chat, freely over the page, or as
 * a tab only.
 */
export type Stand = 'beside' | 'chat' | 'floating' | 'tab';

/** The layouts of Twitch's page that have a stand each. */
export type PageLayout = 'normal' | 'theater';

/**
 * Where the floating panel is wanted. The position is a part of the free room from the left and from
 * the top, 0 to 1, so that what was put into a corner stays there in another window. The size is in
 * pixels.
 */
export interface FloatingBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How much of the video shines through the panel, in percent of its background. */
export type Opacity = 100 | 92 | 85;

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
  /** Absent until the user has moved or resized the floating panel: then it is beside the chat. */
  floating?: Partial<Record<PageLayout, FloatingBox>>;
  /** Only where the panel is over the video. Absent: 100. */
  opacity?: Opacity;
  /** True if a moment shows a line over the video in fullscreen, for seconds. */
  showsMomentsInFullscreen?: boolean;
}

/** The panel choice in `storage.local`. */
export const panelChoiceItem = storage.defineItem<PanelChoice>('local:panel', { fallback: {} });
