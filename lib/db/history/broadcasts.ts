import Dexie from 'dexie';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { offlineKey, onlineKey } from '@/lib/domain/event/natural-key';
import {
  type BroadcastReport,
  type BroadcastReports,
  isBroadcastReport,
  type LatestReports,
  withReport,
} from '@/lib/domain/history/broadcast-reports';
import type { NewEvent } from '@/lib/domain/history/new-events';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { forgetEvents, reindexEvent } from '../log-index/forget';
import { moveCount, removeFromCounts } from './change-counts';

/**
 * Applies reports of broadcasts that the log contains already: withdraws an end if the broadcast
 * went on, and replaces an end by a later one. Returns the events that remain to be stored. Call it
 * inside a transaction.
 */
export async function settleBroadcasts(
  db: Database,
  events: readonly StreamEvent[],
): Promise<NewEvent[]> {
  const reports = events.filter(isBroadcastReport);
  const added = new Map<string, NewEvent>();
  for (const [streamId, ofStream] of Map.groupBy(reports, ({ detail }) => detail.streamId)) {
    for (const event of await settle(db, streamId, ofStream)) added.set(event.id, event);
  }
  return events.flatMap((event): NewEvent[] => {
    if (!isBroadcastReport(event)) return [event];
    const remaining = added.get(event.id);
    added.delete(event.id);
    return remaining === undefined ? [] : [remaining];
  });
}

/** Returns the events of one broadcast that are not stored yet. */
async function settle(
  db: Database,
  streamId: string,
  reports: readonly BroadcastReport[],
): Promise<NewEvent[]> {
  const before = await storedReports(db, streamId);
  const after = reports.reduce(withReport, before);
  const { online, end } = after;
  if (before.online !== null && isStored(online) && online !== before.online) {
    await db.events.put(online);
    await reindexEvent(db, before.online, online);
  }
  if (before.end !== null && end !== before.end) {
    if (isStored(end)) {
      await db.events.put(end);
      await moveCount(db, before.end, end);
      await reindexEvent(db, before.end, end);
    } else {
      await db.events.delete(before.end.seq);
      await removeFromCounts(db, [before.end]);
      await forgetEvents(db, [before.end]);
    }
  }
  return [online, end].flatMap((event) => (event === null || isStored(event) ? [] : [event]));
}

function isStored(event: (StreamEvent & { seq?: number }) | null): event is StoredEvent {
  return event?.seq !== undefined;
}

type Stored<Reports> = { [Name in keyof Reports]: (Reports[Name] & { seq: number }) | null };

async function storedReports(db: Database, streamId: string): Promise<Stored<BroadcastReports>> {
  const [online, end] = await Promise.all([
    db.events.where('natural_key').equals(onlineKey(streamId)).first(),
    db.events.where('natural_key').equals(offlineKey(streamId)).first(),
  ]);
  return {
    online: online?.event_type === 'stream_online' ? online : null,
    end: end?.event_type === 'stream_offline' ? end : null,
  };
}

/** Returns the latest reports of a streamer's broadcasts. Reads two entries of an index. */
export async function latestReports(db: Database, streamerId: string): Promise<LatestReports> {
  const [online, end] = await Promise.all([
    newestOf(db, streamerId, 'stream_online'),
    newestOf(db, streamerId, 'stream_offline'),
  ]);
  return {
    online:
      online?.event_type === 'stream_online'
        ? { streamId: online.detail.streamId, at: online.resumed_at ?? online.created_at }
        : null,
    end: end?.event_type === 'stream_offline' ? end : null,
  };
}

async function newestOf(
  db: Database,
  streamerId: string,
  kind: EventKind,
): Promise<StoredEvent | undefined> {
  return await db.events
    .where('[streamer_id+event_type+row_at]')
    .between([streamerId, kind, Dexie.minKey], [streamerId, kind, Dexie.maxKey])
    .last();
}
