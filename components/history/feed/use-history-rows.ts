import { useMemo, useRef, useState } from 'preact/hooks';
import { NOBODY, type ShownList, shownAfter } from '@/components/feed/list/shown-list';
import type { HistoryPage } from '@/lib/db/feed/history-page';
import type { LogStart } from '@/lib/db/feed/log-rows';
import type { RowPosition } from '@/lib/db/feed/row-anchors';
import type { LiveRows } from '@/lib/domain/view/live-rows';
import { type RowWindow, stayed, withNewer, withOlder } from '@/lib/domain/view/row-window';

/**
 * Reads rows on from one. Resolves to `gone` if that row has been deleted, and to `failed` if the
 * database cannot be read.
 */
export type LoadFrom = (from: LogStart) => Promise<HistoryPage | 'gone' | 'failed'>;

/** Where reading stopped without having found all rows; `null` if it did not. */
interface Stopped {
  stoppedAt: RowPosition | null;
}

/** The newest rows. */
export type NewestRows = LiveRows & Stopped;

/** Rows to begin with that are not the newest. */
export type StartRows = RowWindow & Stopped;

/** Where the rows come from. */
interface Source {
  newest: NewestRows;
  /** The part to begin with; `null` for the newest rows. */
  start: StartRows | null;
  loadFrom: LoadFrom;
}

interface Options {
  /** True while no row may move. */
  isHeld: boolean;
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
export function useHistoryRows({ newest, start, loadFrom }: Source, { isHeld }: Options) {
  const shown = useRef<Shown>({ list: start ?? atTop(newest), length: 0, waiting: NOBODY });
  const ends = useRef<Ends>({ older: start, newer: null });
  const [turn, setTurn] = useState(0);
  const older = useLoading(loadFrom);
  const newer = useLoading(loadFrom);
  const current = useMemo(() => {
    shown.current = next(shown.current, newest, isHeld);
    return shown.current;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a turn is a change of what is shown
  }, [newest, isHeld, turn]);

  function change(list: RowWindow, to: Ends): void {
    shown.current = { list, length: list.rows.length, waiting: NOBODY };
    ends.current = to;
    setTurn((before) => before + 1);
  }

  /** Shows the newest rows, wherever the list is, and although it is held. */
  function showNewest(): void {
    if (!shown.current.list.isAtTop) return change(atTop(newest), { older: null, newer: null });
    // What is below them stays.
    shown.current = next(shown.current, newest, false);
    setTurn((before) => before + 1);
  }

  /** Returns the id of the first older row; `undefined` if there is none. */
  async function showOlder(): Promise<string | undefined> {
    const { stoppedAt } = ends.current.older ?? newest;
    const found = await older.load('older', stoppedAt, shown.current.list.rows.at(-1));
    if (found === null) return undefined;
    // The oldest events are deleted first, so nothing is older than a row that was deleted.
    const { hasMore, ...page } = found === 'gone' ? NOTHING : found;
    const { list } = shown.current;
    const longer = withOlder(list, { ...page, hasOlder: hasMore });
    const isCut = longer.rows[0]?.id !== list.rows[0]?.id;
    change(longer, { older: page, newer: isCut ? null : ends.current.newer });
    return page.rows[0]?.id;
  }

  /** Returns the id of the last newer row; `undefined` if there is none. */
  async function showNewer(): Promise<string | undefined> {
    const { stoppedAt } = ends.current.newer ?? NOTHING;
    const page = await newer.load('newer', stoppedAt, shown.current.list.rows.at(0));
    if (page === 'gone') showNewest();
    if (page === null || page === 'gone') return shown.current.list.rows[0]?.id;
    const { list } = shown.current;
    const longer = withNewer(list, page);
    const isCut = longer.rows.at(-1)?.id !== list.rows.at(-1)?.id;
    change(longer, { older: isCut ? NOTHING : ends.current.older, newer: page });
    return page.rows.at(-1)?.id;
  }

  /** How far back was looked without finding enough; `null` if there is no need to look on. */
  const stoppedAt = (ends.current.older ?? newest).stoppedAt?.at ?? null;
  const { list, waiting } = current;
  const states = { waiting: waiting.size, stoppedAt, older: older.state, newer: newer.state };
  return { list, ...states, showNewest, showOlder, showNewer };
}

/** How the last readings in both directions ended; `null` before the first. */
interface Ends {
  older: Stopped | null;
  newer: Stopped | null;
}

const NOTHING = { rows: [], gaps: [], hasMore: false, stoppedAt: null };

/** Returns a function that reads in one direction, once at a time, and whether it does so right now. */
function useLoading(loadFrom: LoadFrom) {
  const [state, setState] = useState<Loading>('idle');
  return {
    state,
    /** Reads on from where reading stopped, or else from a row. Resolves to `null` if it cannot. */
    load: async (
      direction: LogStart['direction'],
      stoppedAt: RowPosition | null,
      row: { id: string } | undefined,
    ): Promise<HistoryPage | 'gone' | null> => {
      if (state === 'loading' || (stoppedAt === null && row === undefined)) return null;
      setState('loading');
      const from = stoppedAt === null ? { rowId: row?.id ?? '' } : { place: stoppedAt };
      const page = await loadFrom({ direction, ...from });
      setState(page === 'failed' ? 'failed' : 'idle');
      return page === 'failed' ? null : page;
    },
  };
}
