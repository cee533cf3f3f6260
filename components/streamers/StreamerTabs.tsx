import type { TargetedKeyboardEvent, TargetedWheelEvent } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { tabOfKey } from '@/components/ui/hooks/tab-keys';
import { Icon } from '@/components/ui/Icon';
import { plus } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import type { IndexedStreamer, Unseen } from '@/lib/settings/feed';
import { StreamerTab } from './StreamerTab';
import styles from './StreamerTabs.module.css';

interface StreamerTabsProps {
  streamers: readonly IndexedStreamer[];
  unseen: Unseen;
  /** The streamer whose tab is selected; `null` for the tab of all. */
  selected: IndexedStreamer | null;
  onSelect: (streamer: IndexedStreamer | null) => void;
  /** Absent if no one can be added. */
  onAdd?: (() => void) | undefined;
  /** True if the selected tab is to get the focus. */
  isFocusAwaited: boolean;
  onFocused: () => void;
  /** The id of the tab panel. The tabs have ids that begin with it. */
  panelId: string;
}

/** Returns the id of the element that labels the tab panel: the tab of a streamer, or of all. */
export function tabIdOf(panelId: string, streamer: IndexedStreamer | null): string {
  return `${panelId}-${streamer?.id ?? 'all'}`;
}

/** Returns the id of the button that adds a streamer. */
export const addIdOf = (panelId: string): string => `${panelId}-add`;

/**
 * The strip of tabs: one for all streamers and one for each, then a button to add one. Selection
 * follows the focus. The strip scrolls within itself.
 */
export function StreamerTabs(props: StreamerTabsProps) {
  const { streamers, unseen, selected, onSelect, onAdd, panelId } = props;
  useSelectedTab(props);
  const tabs: (IndexedStreamer | null)[] = [null, ...streamers];

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const isModified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    const { direction } = getComputedStyle(event.currentTarget);
    const index = tabOfKey(
      event.key,
      tabs.findIndex((tab) => tab?.id === selected?.id),
      {
        count: tabs.length,
        isRightToLeft: direction === 'rtl',
      },
    );
    const tab = index === null ? undefined : tabs[index];
    if (isModified || tab === undefined) return;
    event.preventDefault();
    onSelect(tab);
    document.getElementById(tabIdOf(panelId, tab))?.focus();
  }

  return (
    <div class={styles.strip}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs have the focus */}
      <div
        class={styles.tabs}
        role="tablist"
        aria-label={t('streamers.tabs')}
        onKeyDown={onKeyDown}
        onWheel={scrollSideways}
      >
        {tabs.map((streamer) => (
          <StreamerTab
            key={streamer?.id ?? 'all'}
            id={tabIdOf(panelId, streamer)}
            panelId={panelId}
            streamer={streamer}
            unseen={streamer === null ? 0 : (unseen[streamer.id] ?? 0)}
            isSelected={streamer?.id === selected?.id}
            onSelect={() => onSelect(streamer)}
          />
        ))}
      </div>
      {onAdd !== undefined && (
        <button
          type="button"
          id={addIdOf(panelId)}
          class={styles.add}
          aria-label={t('streamers.add')}
          title={t('streamers.add')}
          onClick={onAdd}
        >
          <Icon of={plus} size={18} />
        </button>
      )}
    </div>
  );
}

/** Keeps the selected tab in view, and moves the focus to a tab that waits for it. */
function useSelectedTab(props: StreamerTabsProps): void {
  const { selected, isFocusAwaited, onFocused, panelId } = props;
  const id = tabIdOf(panelId, selected);
  useLayoutEffect(() => {
    document.getElementById(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id]);
  useLayoutEffect(() => {
    if (!isFocusAwaited) return;
    document.getElementById(id)?.focus();
    onFocused();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- called once for each tab
  }, [isFocusAwaited, id]);
}

/** Makes a plain mouse wheel scroll the strip. */
function scrollSideways(event: TargetedWheelEvent<HTMLElement>): void {
  const { currentTarget: strip, deltaX, deltaY } = event;
  if (deltaX !== 0 || strip.scrollWidth <= strip.clientWidth) return;
  event.preventDefault();
  strip.scrollLeft += deltaY;
}
