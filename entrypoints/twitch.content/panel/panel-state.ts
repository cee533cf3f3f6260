import { channelOfPath } from '@/lib/domain/channel/channel-page';
import type { Feed } from '@/lib/settings/feed';
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
}

/** The path of a popout chat. Its window is too narrow for an open panel by default. */
const POPOUT_PATH = '/popout/';

/**
 * Returns the state of the panel: as the user has chosen, else a default that depends on the page.
 */
export function panelStateOf(
  { favorite }: Pick<Feed, 'favorite'>,
  { pathname, isOrphaned }: Pick<PageState, 'pathname' | 'isOrphaned'>,
  choice: PanelChoice,
): PanelState {
  const channel = channelOfPath(pathname);
  const hasRoom = channel !== null && !pathname.startsWith(POPOUT_PATH);
  const scope = hasRoom && channel === favorite?.login ? 'onFavorite' : 'elsewhere';
  const isOpenByDefault = scope === 'onFavorite' || (favorite === null && hasRoom);
  const foldState = choice[scope] ?? (isOpenByDefault ? 'open' : 'folded');
  return { isOpen: foldState === 'open', scope, channel, isOrphaned };
}
