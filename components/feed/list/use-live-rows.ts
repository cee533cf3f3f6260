import { useMemo, useRef, useState } from 'preact/hooks';
import { extended, followed, held, type LiveRows, waitingFor } from '@/lib/domain/view/live-rows';

/** Returns the rows that are older than the row with this id; `null` if they cannot be read. */
export type LoadOlder = (before: string) => Promise<Omit<LiveRows, 'newestSeq'> | null>;

interface Options {
  /** True while no row may move. */
  isHeld: boolean;
  loadOlder: LoadOlder;
}

/** The list on screen, as the newest rows and the user's wishes have made it. */
interface Shown {
  list: LiveRows;
  /** The number of rows that the list may have; 0 until the user has asked for older ones. */
  length: number;
  /** The ids of the rows that wait to be shown. */
  waiting: ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

function next({ list, length, waiting }: Shown, newest: LiveRows, isHeld: boolean): Shown {
  if (!isHeld) return { list: followed(list, newest, length), length, waiting: NOBODY };
  const still = held(list, newest);
  const more = newest.rows.length === 0 ? [] : waitingFor(still, newest);
  return { list: still, length, waiting: new Set([...waiting, ...more]) };
}

/**
 * Returns the rows to show: the newest ones and below them the older ones that were loaded. While the
 * list is held, new rows wait.
 */
export function useLiveRows(newest: LiveRows, { isHeld, loadOlder }: Options) {
  const shown = useRef<Shown>({ list: newest, length: 0, waiting: NOBODY });
  const [turn, setTurn] = useState(0);
  const [older, setOlder] = useState<'idle' | 'loading' | 'failed'>('idle');
  const current = useMemo(() => {
    shown.current = next(shown.current, newest, isHeld);
    return shown.current;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a turn is a change of what is shown
  }, [newest, isHeld, turn]);

  function change(to: Shown): void {
    shown.current = to;
    setTurn((before) => before + 1);
  }

  /** Shows the new rows although the list is held. */
  function release(): void {
    change(next(shown.current, newest, false));
  }

  /** Returns the id of the first older row; `undefined` if there is none. */
  async function showOlder(): Promise<string | undefined> {
    const before = shown.current.list.rows.at(-1)?.id;
    if (before === undefined || older === 'loading') return undefined;
    setOlder('loading');
    const page = await loadOlder(before);
    setOlder(page === null ? 'failed' : 'idle');
    if (page === null) return undefined;
    const list = extended(shown.current.list, page);
    change({ ...shown.current, list, length: list.rows.length });
    return page.rows[0]?.id;
  }

  return { list: current.list, waiting: current.waiting.size, older, release, showOlder };
}
