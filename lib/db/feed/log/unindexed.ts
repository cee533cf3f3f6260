import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../../database';
import { indexedUpTo } from '../../log-index/index-tables';

/** The events that the index of the log does not contain yet. */
export interface Unindexed {
  /** The arrival number of the last event in the index. */
  upTo: number;
  /** All of them, or the first ones. */
  events: readonly StoredEvent[];
  isAll: boolean;
}

/** The index is behind by few events, except after an update of the extension or an import. */
const MAX_READ = 2_000;

/** Reads the events that have arrived since the index was brought up to date, unless they are many. */
export async function readUnindexed(db: Database): Promise<Unindexed> {
  const upTo = await indexedUpTo(db);
  const events = await db.events
    .where('seq')
    .above(upTo)
    .limit(MAX_READ + 1)
    .toArray();
  return { upTo, events, isAll: events.length <= MAX_READ };
}
