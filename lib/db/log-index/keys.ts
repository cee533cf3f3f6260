import { hourOf } from '@/lib/domain/log-index/hour';
import type { StoredEvent } from '@/lib/domain/row/row';
import { textsOf } from '@/lib/domain/search/event-texts';
import { wordsOf } from '@/lib/domain/search/fold';
import type { WordRecord } from '../database';

/** Returns the key of the hour that counts an event. */
export function hourKeyOf({ streamer_id, created_at }: StoredEvent): [string, number] {
  return [streamer_id, hourOf(created_at)];
}

/** Events of one viewer on the channel of one streamer. */
interface PersonGroup {
  /** The ids of the viewer and of the streamer. */
  key: [string, string];
  events: StoredEvent[];
}

/** Returns the events by person. Those of nobody, or of somebody anonymous, are left out. */
export function groupsOfPeople(events: readonly StoredEvent[]): PersonGroup[] {
  const groups = new Map<string, PersonGroup>();
  for (const event of events) {
    const { viewer_id, streamer_id } = event;
    if (viewer_id === null) continue;
    const name = `${viewer_id} ${streamer_id}`;
    const group = groups.get(name) ?? { key: [viewer_id, streamer_id], events: [] };
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
