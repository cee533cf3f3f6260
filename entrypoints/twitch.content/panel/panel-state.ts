import { channelOfPath } from '@/lib/domain/channel/channel-page';
import { type FeedIndex, favoriteOf, streamerOnPage } from '@/lib/settings/feed';
import type { PanelChoice } from '@/lib/settings/panel-choice';
import type { PageState } from '../page/page-state';

/** The state of the panel on the current page. */
export interface PanelState {
  isOpen: boolean;
  /** The choice of the user that applies to this page. */
  scope: keyof PanelChoice;
  /** The login of the page's channel; `null` on other pages. */
  channel: string | null;
  /** True if the extension is gone: nothing works until the page is reloaded. */
  isOrphaned: boolean;
  /** False until the rows of the streamer of the page have been read. */
  isRead: boolean;
}

/**
 * Pages without room for an open panel by default: a popout chat has a narrow window, and the mod
 * view has controls everywhere.
 */
const FULL_PAGES = ['/popout/', '/moderator/'];

/**
 * Returns the state of the panel: as the user has chosen, else a default that depends on the page
 * and its room. Where the open panel would cover controls whatever its position, it is folded.
 */
export function panelStateOf(
  index: Pick<FeedIndex, 'streamers'>,
  { pathname, isOrphaned, placement }: Pick<PageState, 'pathname' | 'isOrphaned' | 'placement'>,
  choice: PanelChoice,
): Omit<PanelState, 'isRead'> {
  const channel = channelOfPath(pathname);
  const isChannelPage = channel !== null && !isFullPage(pathname);
  const isListed = streamerOnPage(index, channel) !== null;
  const scope = isChannelPage && isListed ? 'onFavorite' : 'elsewhere';
  const isWanted = scope === 'onFavorite' || (favoriteOf(index) === null && isChannelPage);
  const foldState = choice[scope] ?? defaultFoldState(isWanted, placement);
  const isOpen = foldState === 'open' && placement.open.height > 0;
  return { isOpen, scope, channel, isOrphaned };
}

function isFullPage(pathname: string): boolean {
  return FULL_PAGES.some((path) => pathname.startsWith(path));
}

function defaultFoldState(isWanted: boolean, { hasRoom }: PageState['placement']) {
  return isWanted && hasRoom ? 'open' : 'folded';
}
