import { useMemo, useRef, useState } from 'preact/hooks';
import { NOBODY, type ShownList, shownAfter } from '@/components/feed/list/shown-list';
import type { HistoryPage } from '@/lib/db/feed/history-page';
import type { LogStart } from '@/lib/db/feed/log-rows';
import type { LiveRows } from '@/lib/domain/view/live-rows';
import { type RowWindow, stayed, withNewer, withOlder } from '@/lib/domain/view/row-window';

/**
 * Reads rows on from one. Resolves to `gone` if that row has been deleted, and to `failed` if the
 * database cannot be read.
 */
export type LoadFrom = (from: LogStart) => Promise<HistoryPage | 'gone' | 'failed'>;

interface Options {
  /** True while no row may move. */
  isHeld: boolean;
  loadFrom: LoadFrom;
}

type Shown = ShownList<RowWindow>;

/** Whether more rows are read right now. */
export type Loading = 'idle' | 'loading' | 'failed';

const atTop = (list: LiveRows): RowWindow => ({ ...list, isAtTop: true });

function next(shown: Shown, newest: LiveRows, isHeld: boolean): Shown {
  const { list } = shown;
  if (!list.isAtTop) return { ...shown, list: stayed(list, newest), waiting: NOBODY };
  const after = shownAfter(shown, newest, isHeld);
  return { ...after, list: atTop(after.list) };
}

/**
 * Returns the part of the history to show, and what leads to its other parts. While the list is held,
 * new rows wait; away from its top, they are not shown.
 */
export function useHistoryRows(newest: LiveRows, { isHeld, loadFrom }: Options) {
  const shown = useRef<Shown>({ list: atTop(newest), length: 0, waiting: NOBODY });
  const [turn, setTurn] = useState(0);
  const [older, setOlder] = useState<Loading>('idle');
  const [newer, setNewer] = useState<Loading>('idle');
  const current = useMemo(() => {
    shown.current = next(shown.current, newest, isHeld);
    return shown.current;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a turn is a change of what is shown
  }, [newest, isHeld, turn]);

  function change(list: RowWindow): void {
    shown.current = { list, length: list.rows.length, waiting: NOBODY };
    setTurn((before) => before + 1);
  }

  /** Shows the newest rows, wherever the list is, and although it is held. */
  function showNewest(): void {
    if (!shown.current.list.isAtTop) return change(atTop(newest));
    // What is below them stays.
    shown.current = next(shown.current, newest, false);
    setTurn((before) => before + 1);
  }

  /** Returns the id of the first older row; `undefined` if there is none. */
  async function showOlder(): Promise<string | undefined> {
    const rowId = shown.current.list.rows.at(-1)?.id;
    if (rowId === undefined || older === 'loading') return undefined;
    setOlder('loading');
    const page = await loadFrom({ rowId, direction: 'older' });
    setOlder(page === 'failed' ? 'failed' : 'idle');
    if (page === 'failed') return undefined;
    // The oldest events are deleted first, so nothing is older than a row that was deleted.
    const { rows, gaps, hasMore } = page === 'gone' ? NOTHING : page;
    change(withOlder(shown.current.list, { rows, gaps, hasOlder: hasMore }));
    return rows[0]?.id;
  }

  /** Returns the id of the last newer row; `undefined` if there is none. */
  async function showNewer(): Promise<string | undefined> {
    const rowId = shown.current.list.rows.at(0)?.id;
    if (rowId === undefined || newer === 'loading') return undefined;
    setNewer('loading');
    const page = await loadFrom({ rowId, direction: 'newer' });
    setNewer(page === 'failed' ? 'failed' : 'idle');
    if (page === 'failed') return undefined;
    if (page === 'gone') {
      showNewest();
      return newest.rows[0]?.id;
    }
    change(withNewer(shown.current.list, page));
    return page.rows.at(-1)?.id;
  }

  const { list, waiting } = current;
  return { list, waiting: waiting.size, older, newer, showNewest, showOlder, showNewer };
}

const NOTHING = { rows: [], gaps: [], hasMore: false };
