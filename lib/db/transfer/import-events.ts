import type { StreamEvent } from '@/lib/domain/event/event';
import type { Gap } from '@/lib/domain/history/gap';
import { isProgress } from '@/lib/domain/history/new-events';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { knownOf, recordEvents } from '../history/events';
import { recordGaps } from '../history/gaps';
import { indexTables } from '../log-index/index-tables';

/**
 * Records events of another log as if they arrived now, in one transaction. What this log contains
 * already stays as it is: by id, or by natural key. Only a later report of a progress replaces the one
 * before. Returns the new events as stored. Throws what IndexedDB throws; then nothing was written.
 */
export async function importEvents(
  db: Database,
  events: readonly StreamEvent[],
): Promise<StoredEvent[]> {
  const tables = [db.events, db.counts, ...indexTables(db)];
  return await db.transaction('rw', tables, async () => {
    const { ids, keys } = await knownOf(db, events);
    // Known reports are left out before: the start of a broadcast that is reported again says that the
    // broadcast goes on.
    const added = events.filter((event) => {
      const isKeyKnown = event.natural_key !== undefined && keys.has(event.natural_key);
      return isProgress(event)
        ? isKeyKnown || !ids.has(event.id)
        : !isKeyKnown && !ids.has(event.id);
    });
    return await recordEvents(db, added);
  });
}

/**
 * Stores gaps of another log. Those of a streamer of whom this log has any event are left out: this
 * extension may have listened then.
 */
export async function importGaps(db: Database, gaps: readonly Gap[]): Promise<void> {
  const streamerIds = [...new Set(gaps.map(({ streamer_id }) => streamer_id))];
  const counted = await Promise.all(
    streamerIds.map((id) =>
      db.events.where('[streamer_id+row_at]').between([id], [id, []]).first(),
    ),
  );
  const isNew = new Set(streamerIds.filter((_id, index) => counted[index] === undefined));
  const taken = gaps.filter(({ streamer_id }) => isNew.has(streamer_id));
  if (taken.length > 0) await recordGaps(db, taken);
}
