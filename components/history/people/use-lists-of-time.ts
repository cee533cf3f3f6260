import { useEffect, useState } from 'preact/hooks';
import type { Database } from '@/lib/db/database';
import { newestSeq } from '@/lib/db/history/newest-seq';
import { totalEvents } from '@/lib/db/history/totals';
import { watchQuery } from '@/lib/db/live';
import { type ListsOfTime, readListsOfTime, type TimeQuery } from '@/lib/db/people/lists-of-time';
import { SECOND, systemClock } from '@/lib/time';

/** The lists of a time, as far as they are read. */
export interface ReadLists {
  lists?: ListsOfTime;
  /** Up to which time everything is read, in milliseconds since 1970, while nothing is there to show. */
  upTo?: number;
  hasFailed: boolean;
}

/** After a reading, the next one waits for so many times as long, and at least for a second. */
const PAUSE = 5;

/**
 * Reads the lists of a time, and reads them again after the log has changed. That takes longer, the more
 * events there are, so it leaves the processor to others most of the time.
 */
export function useListsOfTime(db: Database, query: TimeQuery): ReadLists {
  const [read, setRead] = useState<ReadLists>({ hasFailed: false });
  const { streamerId, rankings, limit, span } = query;
  const { from, until } = span;
  useEffect(() => {
    setRead({ hasFailed: false });
    const controller = new AbortController();
    const { signal } = controller;
    const progress = (upTo: number) => setRead((now) => (now.lists ? now : { ...now, upTo }));
    const readOnce = async () => {
      const asked = { streamerId, rankings, limit, span: { from, until } };
      const lists = await readListsOfTime(db, asked, { signal, progress });
      if (!signal.aborted) setRead({ lists, hasFailed: false });
    };
    const fail = () => {
      if (!signal.aborted) setRead({ hasFailed: true });
    };
    const stop = watchQuery(() => versionOf(db), againWhenCalm(readOnce, fail, signal), fail);
    return () => {
      stop();
      controller.abort();
    };
  }, [db, streamerId, rankings, limit, from, until]);
  return read;
}

/** Returns what is another one after events have been recorded or deleted. */
async function versionOf(db: Database): Promise<string> {
  return (await Promise.all([newestSeq(db), totalEvents(db)])).join(' ');
}

/** Returns a function that does something, and again if it was called meanwhile: see {@link PAUSE}. */
function againWhenCalm(run: () => Promise<void>, fail: () => void, signal: AbortSignal) {
  let isBusy = false;
  let isAsked = false;
  return function ask(): void {
    isAsked = true;
    if (isBusy || signal.aborted) return;
    isBusy = true;
    isAsked = false;
    const begin = performance.now();
    void run()
      .catch(fail)
      .then(() => {
        const pause = Math.max(SECOND, PAUSE * (performance.now() - begin));
        systemClock.after(pause, () => {
          isBusy = false;
          if (isAsked) ask();
        });
      });
  };
}
