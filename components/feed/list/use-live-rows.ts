import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { extended, isDownTo, type LiveRows } from '@/lib/domain/view/live-rows';
import { NOBODY, type ShownList, shownAfter } from './shown-list';

/**
 * Returns rows that are older than the row with this id, at most `limit` if there is one; `null` if they
 * cannot be read.
 */
export type LoadOlder = (
  before: string,
  limit?: number,
) => Promise<Omit<LiveRows, 'newestSeq'> | null>;

/** With so many rows at a time, not even a slow page takes long to show them. */
const MANY = 50;

interface Options {
  /** True while no row may move. */
  isHeld: boolean;
  loadOlder: LoadOlder;
  /** The time down to which older rows are wanted; `null` if nobody has asked for them. */
  allSince: number | null;
}

/**
 * Returns the rows to show: the newest ones and below them the older ones that were loaded. While the
 * list is held, new rows wait.
 */
export function useLiveRows(newest: LiveRows, { isHeld, loadOlder, allSince }: Options) {
  const shown = useRef<ShownList>({ list: newest, length: 0, waiting: NOBODY });
  const [turn, setTurn] = useState(0);
  const [older, setOlder] = useState<'idle' | 'loading' | 'failed'>('idle');
  const current = useMemo(() => {
    shown.current = shownAfter(shown.current, newest, isHeld);
    return shown.current;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a turn is a change of what is shown
  }, [newest, isHeld, turn]);

  function change(to: ShownList): void {
    shown.current = to;
    // In a row of changes, that of the last rendering is long gone.
    setTurn((now) => now + 1);
  }

  /** Shows the new rows although the list is held. */
  function release(): void {
    change(shownAfter(shown.current, newest, false));
  }

  /** Returns the id of the first older row; `undefined` if there is none. */
  async function showOlder(limit?: number): Promise<string | undefined> {
    const before = shown.current.list.rows.at(-1)?.id;
    if (before === undefined || older === 'loading') return undefined;
    setOlder('loading');
    const page = await loadOlder(before, limit);
    setOlder(page === null ? 'failed' : 'idle');
    if (page === null) return undefined;
    const list = extended(shown.current.list, page);
    change({ ...shown.current, list, length: list.rows.length });
    return page.rows[0]?.id;
  }

  useEffect(() => {
    if (allSince === null) return undefined;
    const ending = new AbortController();
    async function showAll(since: number): Promise<void> {
      if (ending.signal.aborted || isDownTo(shown.current.list, since)) return;
      if ((await showOlder(MANY)) !== undefined) await showAll(since);
    }
    void showAll(allSince);
    return () => ending.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each wish
  }, [allSince]);

  return { list: current.list, waiting: current.waiting.size, older, release, showOlder };
}
