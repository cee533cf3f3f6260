import { channelOfPath } from '@/lib/domain/channel/channel-page';
import type { Feed } from '@/lib/settings/feed';
import type { PanelChoice } from '@/lib/settings/panel-choice';
import type { Surroundings } from '../page/surroundings';

/** How the panel stands on the page it is on. */
export interface Scene {
  isOpen: boolean;
  /** Which of the user's two choices holds here. */
  scope: keyof PanelChoice;
  /** Login of the channel whose page this is, or `null`. */
  channel: string | null;
  /** The extension is gone; nothing here works until the page is loaded again. */
  isLeftBehind: boolean;
}

/** A chat in a window of its own is too narrow to have anything laid over it unasked. */
const POPOUT = '/popout/';

/** Works out how the panel stands: as the user last chose, else by whose page this is. */
export function sceneOf(
  { account, favorite }: Pick<Feed, 'account' | 'favorite'>,
  { pathname, isLeftBehind }: Pick<Surroundings, 'pathname' | 'isLeftBehind'>,
  choice: PanelChoice,
): Scene {
  const channel = channelOfPath(pathname);
  const hasRoom = channel !== null && !pathname.startsWith(POPOUT);
  const scope = hasRoom && channel === favorite?.login ? 'onFavorite' : 'elsewhere';
  const needsSetUp = account === null || favorite === null;
  const isOpenUnasked = scope === 'onFavorite' || (needsSetUp && hasRoom);
  const standing = choice[scope] ?? (isOpenUnasked ? 'open' : 'folded');
  return { isOpen: standing === 'open', scope, channel, isLeftBehind };
}
