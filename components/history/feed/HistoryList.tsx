import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { EventList } from '@/components/feed/EventList';
import { ListFrame } from '@/components/feed/list/ListFrame';
import { rowOfId } from '@/components/feed/list/row-elements';
import { useHold } from '@/components/feed/list/use-hold';
import { useVisible } from '@/components/ui/hooks/use-visible';
import type { Database } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import { t } from '@/lib/i18n/text';
import styles from './HistoryList.module.css';
import { NewerEnd, OlderEnd } from './ListEnds';
import { useFirstScreen } from './use-first-screen';
import { useHistoryRows } from './use-history-rows';
import { useParts } from './use-parts';
import { usePlace } from './use-place';
import type { ShownRows } from './use-shown-rows';

interface HistoryListProps {
  db: Database;
  shown: ShownRows;
  /** True while other rows are read. */
  isBusy: boolean;
  /** The ids of rows that are deleted. */
  deleted: ReadonlySet<string>;
  /** The id of the row whose details are shown. */
  selected: string | null;
  /** In a list of several streamers' events: all of them. */
  streamers: readonly Streamer[] | undefined;
  /** Shows the details of a row. */
  onOpen: (rowId: string) => void;
  /** Shown while there are no rows. */
  empty: ComponentChildren;
}

/** Where a click means something else. */
const CONTROLS = 'a, button, summary, [role="menu"]';

/**
 * The rows of the history: the newest, and as many older ones as the user scrolls to. It stays as it
 * is while the user is in it, and has never more rows than a page carries with ease.
 */
export function HistoryList(props: HistoryListProps) {
  const { isBusy, deleted, selected, streamers, onOpen, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const hold = useHold(useVisible());
  const shown = useHistoryRows(props.shown, { isHeld: hold.isHeld });
  const { list, waiting } = shown;
  const rows = useMemo(
    () => (deleted.size === 0 ? list.rows : list.rows.filter(({ id }) => !deleted.has(id))),
    [list.rows, deleted],
  );
  const place = usePlace(scroller, { key: props.shown.key, list, start: props.shown.place });
  const rendered = useFirstScreen(rows, props.shown.place !== null);
  useSelected(scroller, selected, rendered);
  const partOf = useParts(props.db, props.shown.address, rows);

  async function showMore(show: () => Promise<string | undefined>): Promise<void> {
    const id = await show();
    // The button may be gone, or far away.
    if (id !== undefined) requestAnimationFrame(() => rowOfId(scroller.current, id)?.focus());
  }

  return (
    <ListFrame
      class={styles.wide}
      scroller={scroller}
      hold={{
        ...hold,
        onScroll: (event) => {
          hold.onScroll(event);
          place.onScroll();
        },
      }}
      rows={rows}
      waiting={waiting}
      onOpen={onOpen}
      label={t('history.list')}
      newest={
        waiting === 0 && list.isAtTop
          ? null
          : { text: textOfNewest(waiting), onShow: shown.showNewest }
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a key opens the row that has the focus, too */}
      <div
        class={styles.column}
        aria-busy={isBusy}
        onClick={({ target }) => {
          const row = rowToOpen(target);
          if (row !== null) onOpen(row);
        }}
      >
        {!list.isAtTop && (
          <NewerEnd state={shown.newer} onClick={() => void showMore(shown.showNewer)} />
        )}
        <EventList
          rows={rendered}
          gaps={list.gaps}
          partOf={partOf}
          streamers={streamers}
          label={t('history.list')}
        />
        {rows.length === 0 && shown.stoppedAt === null && empty}
        <OlderEnd
          scroller={scroller}
          hasOlder={list.hasOlder}
          isRendered={rendered.length === rows.length}
          lastId={rows.at(-1)?.id}
          state={shown.older}
          stoppedAt={shown.stoppedAt}
          onNear={() => void shown.showOlder()}
          onClick={() => void showMore(shown.showOlder)}
        />
      </div>
    </ListFrame>
  );
}

function textOfNewest(waiting: number): string {
  return waiting > 0 ? t('list.waiting', { count: waiting }, waiting) : t('history.newest');
}

/** Returns the id of the row that a click opens; `null` if it means something else. */
function rowToOpen(target: EventTarget | null): string | null {
  if (!(target instanceof Element) || target.closest(CONTROLS) !== null) return null;
  // Who selects a text does not want to leave it.
  if (getSelection()?.isCollapsed === false) return null;
  return target.closest<HTMLElement>('li[data-event-id]')?.dataset['eventId'] ?? null;
}

/** Marks the row whose details are shown. Rows render only when they change themselves. */
function useSelected(
  scroller: RefObject<HTMLElement | null>,
  selected: string | null,
  rows: readonly unknown[],
): void {
  useEffect(() => {
    const row = selected === null ? undefined : rowOfId(scroller.current, selected);
    row?.setAttribute('aria-current', 'true');
    return () => row?.removeAttribute('aria-current');
  }, [scroller, selected, rows]);
}
