import { useEffect, useState } from 'preact/hooks';
import { watchQuery } from '@/lib/db/live';

/** What a query gave: `value` is absent until it first did, `hasFailed` when it can't. */
export interface LiveQuery<Value> {
  value?: Value;
  hasFailed: boolean;
}

/** Runs a query of the database, again whenever what it read has changed. */
export function useLiveQuery<Value>(
  query: () => Promise<Value>,
  deps: readonly unknown[],
): LiveQuery<Value> {
  const [live, setLive] = useState<LiveQuery<Value>>({ hasFailed: false });
  /* oxlint-disable react-hooks/exhaustive-deps -- the caller says what the query depends on */
  useEffect(() => {
    setLive({ hasFailed: false });
    return watchQuery(
      query,
      (value) => setLive({ value, hasFailed: false }),
      () => setLive({ hasFailed: true }),
    );
  }, deps);
  /* oxlint-enable react-hooks/exhaustive-deps */
  return live;
}
