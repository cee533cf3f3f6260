/** The begin or the end of a broadcast. */
export interface BroadcastTurn {
  kind: 'stream_online' | 'stream_offline';
  /** Milliseconds since 1970. */
  at: number;
}

/** A row of a list, newest first. */
interface Row {
  createdAt: number;
}

/**
 * Returns what begins with a row, given the row above it: the rows of a broadcast, or those from before
 * one; `null` if there was no turn in between.
 */
export function partBetween(
  row: Row,
  above: Row | undefined,
  turns: readonly BroadcastTurn[],
): 'broadcast' | 'before_broadcast' | null {
  if (above === undefined) return null;
  const between = turns.filter(({ at }) => row.createdAt < at && at <= above.createdAt);
  const first = between.toSorted((a, b) => a.at - b.at).at(0);
  if (first === undefined) return null;
  return first.kind === 'stream_online' ? 'before_broadcast' : 'broadcast';
}
