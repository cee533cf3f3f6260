import type { StoredEvent } from '@/lib/domain/row/row';
import { textsOf } from '@/lib/domain/search/event-texts';
import { wordsOf } from '@/lib/domain/search/fold';
import { startOfUtcDay } from '@/lib/time';
import type { WordRecord } from '../database';

/** The events that one record of the index adds up. */
interface Group<Key> {
  key: Key;
  events: StoredEvent[];
}

/** Returns the events by streamer and UTC day: the key is the id and the start of the day. */
export function groupsOfDays(events: readonly StoredEvent[]): Group<[string, number]>[] {
  return grouped(events, ({ streamer_id, created_at }) => [streamer_id, startOfUtcDay(created_at)]);
}

/**
 * Returns the events by person: the key is the ids of the viewer and of the streamer. Those of nobody,
 * or of somebody anonymous, are left out.
 */
export function groupsOfPeople(events: readonly StoredEvent[]): Group<[string, string]>[] {
  return grouped(events, ({ viewer_id, streamer_id }) =>
    viewer_id === null ? null : [viewer_id, streamer_id],
  );
}

function grouped<Key extends readonly unknown[]>(
  events: readonly StoredEvent[],
  keyOf: (event: StoredEvent) => Key | null,
): Group<Key>[] {
  const groups = new Map<string, Group<Key>>();
  for (const event of events) {
    const key = keyOf(event);
    if (key === null) continue;
    const name = key.join(' ');
    const group = groups.get(name) ?? { key, events: [] };
    group.events.push(event);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** Returns an entry for each word of an event. */
export function wordRecordsOf(event: StoredEvent): WordRecord[] {
  const { streamer_id, created_at: at, seq } = event;
  const words = new Set(textsOf(event).flatMap((text) => [...wordsOf(text)]));
  return [...words].map((word) => ({ streamer_id, word, at, seq }));
}
