import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { LiveRows } from '@/lib/domain/view/live-rows';
import { t } from '@/lib/i18n/text';
import { EventList } from '../EventList';
import { focusAfterRender, ListFrame } from './ListFrame';
import { OlderButton } from './OlderButton';
import { rowOfId } from './row-elements';
import { unseenText } from './unseen-text';
import { useHold } from './use-hold';
import { type LoadOlder, useLiveRows } from './use-live-rows';
import { type SeenOptions, useSeen } from './use-seen';

interface LiveListProps extends SeenOptions {
  /** The newest rows. */
  newest: LiveRows;
  loadOlder: LoadOlder;
  /** The time down to which the rows are wanted, however many there are; `null` if none is. */
  allSince?: number | null | undefined;
  /** In a list of several streamers' events: all of them. */
  streamers?: readonly Streamer[] | undefined;
  /** Shown while there are no rows. */
  empty: ComponentChildren;
  /** Shown above the rows; it scrolls with them. */
  top?: ComponentChildren;
  /** Shown below the rows. */
  foot?: ComponentChildren;
}

/**
 * A list of events that fills its parent and scrolls by itself. It stays as it is while the user is in
 * it, says what was new when it came on screen, and marks as seen what was on screen. Needs a `key`
 * that says whose events they are, and how they are filtered.
 */
export function LiveList(props: LiveListProps) {
  const { newest, loadOlder, allSince = null, streamers, empty, top, foot, ...seen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const hold = useHold(seen.isShown);
  const shown = useLiveRows(newest, { isHeld: hold.isHeld, loadOlder, allSince });
  const { list, waiting } = shown;
  const divider = useSeen(scroller, list, seen);

  async function showOlder(): Promise<void> {
    const first = await shown.showOlder();
    // The button may be gone, or far below.
    if (first !== undefined) focusAfterRender(() => rowOfId(scroller.current, first));
  }

  return (
    <ListFrame
      scroller={scroller}
      hold={hold}
      rows={list.rows}
      waiting={waiting}
      label={t('feed.list')}
      newest={
        waiting === 0
          ? null
          : {
              text: t('list.waiting', { count: waiting }, waiting),
              onShow: shown.release,
            }
      }
    >
      {top}
      <EventList
        rows={list.rows}
        gaps={list.gaps}
        streamers={streamers}
        unseen={divider && { above: divider.above, text: unseenText(divider) }}
      />
      {list.rows.length === 0 && empty}
      {list.hasOlder && <OlderButton state={shown.older} onClick={() => void showOlder()} />}
      {foot}
    </ListFrame>
  );
}
