import { setUpStepOf } from '@/lib/domain/set-up';
import type { PanelChoice } from '@/lib/settings/panel-choice';
import { storePanelChoice } from '@/lib/settings/panel-items';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import type { PageState } from '../page/page-state';
import { needsWish, type PanelState, panelStateOf } from './panel-state';
import { useWish } from './use-wish';

interface StateOptions {
  feed: ShownFeed;
  page: PageState;
  /** What is stored. */
  choice: PanelChoice;
  /** False until the rows of the streamer have been read. */
  isRead: boolean;
  /** True after a streamer was added here. */
  hasAdded: boolean;
}

/** Returns the state of the panel on this page, and functions that fold and unfold it. */
export function usePanelState({ feed, page, choice, isRead, hasAdded }: StateOptions) {
  const { pathname, placement } = page;
  // Until the set-up is done, and as a tab, the panel is open from a click until it is folded.
  const isKept = setUpStepOf(feed) !== null || placement.stand === 'tab';
  const { isWished, wish } = useWish(isKept, `${pathname} ${placement.isAway}`);
  const state: PanelState = {
    ...panelStateOf(feed, page, {
      // Who was just added is shown, even if the panel was folded on the pages of others.
      choice: isWished || hasAdded ? { ...choice, onFavorite: 'open' } : choice,
      isWished,
    }),
    isRead,
  };

  function toggle(): void {
    const { isOpen, scope } = state;
    wish(!isOpen && needsWish(state, placement));
    if (isKept) return;
    // Where the extension is gone, nothing can be stored.
    const stored = storePanelChoice({ ...choice, [scope]: isOpen ? 'folded' : 'open' });
    stored.catch(() => undefined);
  }
  return { state, wish, toggle };
}
