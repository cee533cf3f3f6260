import Dexie from 'dexie';
import type { ChannelInfo, EventOf } from '@/lib/domain/event/event';
import type { Span } from '@/lib/domain/history/listened';
import { type StoredEvent, toRow } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { membersOf } from '../history/row-members';

/**
 * Reads the titles of a time, as far as they are known, the first one first. One that follows on itself is
 * listed once. `until` may be infinite. Works in a live query.
 */
export async function readTitles(db: Database, streamerId: string, span: Span): Promise<string[]> {
  const { from, until } = span;
  const updates = (begin: unknown, end: unknown) => {
    const key = [streamerId, 'channel_update'];
    const index = db.events.where('[streamer_id+event_type+row_at]');
    return index.between([...key, begin], [...key, end], true, false);
  };
  const [before, within, after, channel] = await Promise.all([
    updates(Dexie.minKey, from).last(),
    updates(from, until).toArray(),
    updates(until, Dexie.maxKey).first(),
    db.channels.get(streamerId),
  ]);
  const changes = await Promise.all(within.map((anchor) => updateOf(db, anchor)));
  const first =
    infoAfter(before) ??
    changes.find((change) => change !== null)?.before ??
    infoBefore(after) ??
    // Nothing has changed since, so the title is still the same.
    (after === undefined && changes.length === 0 ? channel?.text : null);
  const titles = [first?.title, ...changes.map((change) => change?.after.title)];
  const known = titles.flatMap((title) => title || []);
  return known.filter((title, index) => title !== known[index - 1]);
}

type Update = EventOf<'channel_update'>['detail'];

/** Returns the change of the row that an event begins: changes within two minutes are one. */
async function updateOf(db: Database, anchor: StoredEvent): Promise<Update | null> {
  const { event } = toRow(anchor, await membersOf(db, anchor));
  return event.event_type === 'channel_update' ? event.detail : null;
}

function infoAfter(event: StoredEvent | undefined): ChannelInfo | null {
  return event?.event_type === 'channel_update' ? event.detail.after : null;
}

function infoBefore(event: StoredEvent | undefined): ChannelInfo | null {
  return event?.event_type === 'channel_update' ? event.detail.before : null;
}
