import { channelOfPath } from '@/lib/domain/channel/channel-page';
import type { Feed } from '@/lib/settings/feed';
import type { PanelChoice } from '@/lib/settings/items';
import type { PageState } from '../page/page-state';

/** How the panel stands on the page it is on. */
export interface PanelState {
  isOpen: boolean;
  /** Which of the user's two choices holds here. */
  scope: keyof PanelChoice;
  /** Login of the channel whose page this is, or `null`. */
  channel: string | null;
  /** The extension is gone; nothing here works until the page is loaded again. */
  isOrphaned: boolean;
}

/** A chat in a window of its own is too narrow to have anything laid over it unasked. */
const POPOUT = '/popout/';

/** Works out how the panel stands: as the user last chose, else by whose page this is. */
export function panelStateOf(
  { account, favorite }: Pick<Feed, 'account' | 'favorite'>,
  { pathname, isOrphaned: isLeftBehind }: Pick<PageState, 'pathname' | 'isOrphaned'>,
  choice: PanelChoice,
): PanelState {
  const channel = channelOfPath(pathname);
  const hasRoom = channel !== null && !pathname.startsWith(POPOUT);
  const scope = hasRoom && channel === favorite?.login ? 'onFavorite' : 'elsewhere';
  const needsSetUp = account === null || favorite === null;
  const isOpenUnasked = scope === 'onFavorite' || (needsSetUp && hasRoom);
  const standing = choice[scope] ?? (isOpenUnasked ? 'open' : 'folded');
  return { isOpen: standing === 'open', scope, channel, isOrphaned: isLeftBehind };
}
