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
  /** True if the user has unfolded the panel here, against what is stored or what the page is like. */
  isWished: boolean;
}

/**
 * Returns the state of the panel: as the user has chosen, else a default that depends on the page
 * and its room. Where the open panel would cover controls whatever its position, or the player is
 * scrolled away, it is folded. Until it is set up, it lies over nothing. A click unfolds it anyway.
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
  const isOpen = isWished || (!isSetUp && opensByItself(scope, choice, placement));
  return { isOpen, scope, channel, isOrphaned, isSetUp };
}

function opensByItself(
  scope: PanelState['scope'],
  choice: PanelChoice,
  { stand, hasRoom, isAway, open }: PageState['placement'],
): boolean {
  if (stand === 'tab' || isAway || open.height === 0) return false;
  const chosen = choice[scope];
  return chosen === undefined ? scope === 'onFavorite' && hasRoom : chosen === 'open';
}

/**
 * Returns true if the panel opens by a wish only, which is not stored: until the set-up is done, as
 * a tab, and where it is in the way.
 */
export function needsWish(
  { isSetUp }: Pick<PanelState, 'isSetUp'>,
  { stand, isAway, open }: PageState['placement'],
): boolean {
  return isSetUp || stand === 'tab' || isAway || open.height === 0;
}

function isFullPage(pathname: string): boolean {
  return FULL_PAGES.some((path) => pathname.startsWith(path));
}
