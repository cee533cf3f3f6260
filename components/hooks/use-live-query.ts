import { useLayoutEffect, useState } from 'preact/hooks';
import { watchQuery } from '@/lib/db/live';

/** The state of a live query. `value` is absent until the first result. */
export interface LiveQuery<Value> {
  value?: Value;
  hasFailed: boolean;
}

const NOTHING_YET = { hasFailed: false };

/** Runs a database query, and runs it again whenever the data that it read has changed. */
export function useLiveQuery<Value>(
  query: () => Promise<Value>,
  deps: readonly unknown[],
): LiveQuery<Value> {
  const [live, setLive] = useState<LiveQuery<Value>>(NOTHING_YET);
  /* oxlint-disable react-hooks/exhaustive-deps -- the caller lists what the query depends on */
  // Before the next paint: effects would ask a frame later.
  useLayoutEffect(() => {
    setLive(NOTHING_YET);
    return watchQuery(
      query,
      (value) => setLive({ value, hasFailed: false }),
      () => setLive({ hasFailed: true }),
    );
  }, deps);
  /* oxlint-enable react-hooks/exhaustive-deps */
  return live;
}
