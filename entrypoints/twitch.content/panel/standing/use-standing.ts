import type { send } from '@/lib/messaging/client';
import type { FloatingBox, Opacity, PanelChoice, Stand } from '@/lib/settings/panel-choice';
import { storePanelChoice } from '@/lib/settings/panel-items';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import type { PageState } from '../../page/page-state';
import { useFloating } from './use-floating';

interface StandingOptions {
  page: PageState;
  feed: ShownFeed;
  /** What is stored. */
  choice: PanelChoice;
  send: typeof send;
  isTrusted: (event: Event) => boolean;
  /** Unfolds or folds the panel where this is not stored. */
  wish: (isOpen: boolean) => void;
  /** Moves the focus to what stays when the panel folds. */
  focusToggle: () => void;
}

/** Returns how the panel stands, and what the user can change about it. */
export function useStanding(options: StandingOptions) {
  const { page, feed, choice, send: sendCommand, isTrusted, wish, focusToggle } = options;
  const { placement } = page;
  const { layout } = placement;
  const change = (changes: Partial<PanelChoice>) =>
    void storePanelChoice({ ...choice, ...changes }).catch(() => undefined);

  function storeBox(box: FloatingBox | undefined): void {
    const { [layout]: _, ...others } = choice.floating ?? {};
    change({ floating: box === undefined ? others : { ...others, [layout]: box } });
  }
  function changeStand(stand: Stand): void {
    if (stand === 'tab') {
      // As a tab, the panel is always folded.
      wish(false);
      focusToggle();
    }
    change({ stand: { ...choice.stand, [layout]: stand } });
  }

  const floating = useFloating({
    placement,
    stored: choice.floating?.[layout],
    store: storeBox,
    isTrusted,
  });
  const { streamer, filter } = feed;
  const menu = {
    stand: choice.stand?.[layout] ?? 'beside',
    opacity: choice.opacity ?? 100,
    subsAndCheersOnly: filter?.subsAndCheersOnly,
    showsMoments: choice.showsMomentsInFullscreen ?? false,
    onStand: changeStand,
    onOpacity: (opacity: Opacity) => change({ opacity }),
    onMoments: (isOn: boolean) => change({ showsMomentsInFullscreen: isOn }),
    onFilter: (isOn: boolean) =>
      void sendCommand('feed/subsAndCheersOnly', {
        isOn,
        ...(streamer !== null && { streamerId: streamer.id }),
      }),
    onHistory: () => void sendCommand('history/open', {}),
    onSettings: () => void sendCommand('options/open', { section: 'panel' }),
    isTrusted,
  } as const;
  return { stand: placement.stand, floating, menu };
}
