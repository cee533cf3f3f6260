import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { LiveRows } from '@/lib/domain/view/live-rows';
import { t } from '@/lib/i18n/text';
import { EventList } from '../EventList';
import { Announcer } from './Announcer';
import styles from './LiveList.module.css';
import { OlderButton } from './OlderButton';
import { rowOfId, rowsIn } from './row-elements';
import { unseenText } from './unseen-text';
import { useHold } from './use-hold';
import { type LoadOlder, useLiveRows } from './use-live-rows';
import { useRowKeys } from './use-row-keys';
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
  const keys = useRowKeys(scroller);

  function showNew(): void {
    shown.release();
    scroller.current?.scrollTo(0, 0);
    // The button goes, and the focus must not go with it.
    scroller.current?.focus({ preventScroll: true });
    afterRender(() => rowsIn(scroller.current)[0]);
  }

  async function showOlder(): Promise<void> {
    const first = await shown.showOlder();
    // The button may be gone, or far below.
    if (first !== undefined) afterRender(() => rowOfId(scroller.current, first));
  }

  return (
    <div class={styles.frame} {...hold.frame}>
      {waiting > 0 && (
        <button type="button" class={styles.waiting} onClick={showNew}>
          {t('list.waiting', { count: waiting }, waiting)}
        </button>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys move between its rows, which are tab stops */}
      <div
        ref={scroller}
        class={styles.scroller}
        role="group"
        aria-label={t('feed.list')}
        // A row is the tab stop. Without rows, there is nothing to scroll to.
        tabIndex={-1}
        onScroll={hold.onScroll}
        {...keys}
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
      </div>
      <Announcer rows={list.rows} waiting={waiting} />
    </div>
  );
}

/** Moves the focus to a row once it is there. */
function afterRender(row: () => HTMLElement | undefined): void {
  requestAnimationFrame(() => row()?.focus({ preventScroll: true }));
}
