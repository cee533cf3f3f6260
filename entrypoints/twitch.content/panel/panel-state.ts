import { channelOfPath } from '@/lib/domain/channel/channel-page';
import { setUpStepOf } from '@/lib/domain/set-up';
import { type FeedIndex, streamerOnPage } from '@/lib/settings/feed';
import type { PanelChoice } from '@/lib/settings/panel-choice';
import type { PageState } from '../page/page-state';

/** The state of the panel on the current page. */
export interface PanelState {
  isOpen: boolean;
  /** The choice of the user that applies to this page. */
  scope: 'onFavorite' | 'elsewhere';
  /** The login of the page's channel; `null` on other pages. */
  channel: string | null;
  /** True if the extension is gone: nothing works until the page is reloaded. */
  isOrphaned: boolean;
  /** True until the user has signed in and chosen a streamer. */
  isSetUp: boolean;
  /** False until the rows of the streamer of the page have been read. */
  isRead: boolean;
}

/**
 * Pages without room for an open panel by default: a popout chat has a narrow window, and the mod
 * view has controls everywhere.
 */
const FULL_PAGES = ['/popout/', '/moderator/'];

interface PanelChoices {
  /** What is stored. */
  choice: PanelChoice;
  /** True if the user has unfolded the panel on this page to set it up. */
  isWished: boolean;
}

/**
 * Returns the state of the panel: as the user has chosen, else a default that depends on the page
 * and its room. Where the open panel would cover controls whatever its position, it is folded. Until
 * it is set up, it lies over nothing unless the user asks for it on this very page.
 */
export function panelStateOf(
  index: Pick<FeedIndex, 'account' | 'streamers'>,
  { pathname, isOrphaned, placement }: Pick<PageState, 'pathname' | 'isOrphaned' | 'placement'>,
  { choice, isWished }: PanelChoices,
): Omit<PanelState, 'isRead'> {
  const channel = channelOfPath(pathname);
  const isChannelPage = channel !== null && !isFullPage(pathname);
  const isListed = streamerOnPage(index, channel) !== null;
  const scope = isChannelPage && isListed ? 'onFavorite' : 'elsewhere';
  const isSetUp = setUpStepOf(index) !== null;
  const isWanted = isSetUp ? isWished : isWantedOn(scope, choice, placement);
  const isOpen = isWanted && placement.open.height > 0;
  return { isOpen, scope, channel, isOrphaned, isSetUp };
}

function isWantedOn(
  scope: PanelState['scope'],
  choice: PanelChoice,
  { hasRoom }: PageState['placement'],
): boolean {
  const chosen = choice[scope];
  return chosen === undefined ? scope === 'onFavorite' && hasRoom : chosen === 'open';
}

function isFullPage(pathname: string): boolean {
  return FULL_PAGES.some((path) => pathname.startsWith(path));
}
