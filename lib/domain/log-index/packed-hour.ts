import type { EventKind } from '../event/event-kind';
import { type HourRecord, SLOTS } from './hour';

/**
 * An hour as it is stored. A year has ten thousand of them, and most of the time to read them went into
 * the lists of twelve numbers, most of which are 0.
 */
export type PackedHour = Omit<HourRecord, 'counts'> & {
  /** The kinds that there are, with spaces between. */
  kinds: string;
  /** In turn, a place and the number of events in it: the twelve slots of the first kind come first. */
  slots: number[];
};

/** Returns the stored form of an hour. */
export function packHour({ counts, ...record }: HourRecord): PackedHour {
  const kinds = Object.keys(counts);
  const slots = Object.values(counts).flatMap((ofKind, kind) =>
    ofKind.flatMap((count, slot) => (count === 0 ? [] : [kind * SLOTS + slot, count])),
  );
  return { ...record, kinds: kinds.join(' '), slots };
}

/** Returns an hour from its stored form. */
export function unpackHour({ kinds, slots, ...record }: PackedHour): HourRecord {
  const names = kinds.split(' ');
  const lists = names.map(() => Array.from({ length: SLOTS }, () => 0));
  for (let at = 0; at < slots.length; at += 2) {
    const place = slots[at] ?? 0;
    const list = lists[Math.floor(place / SLOTS)];
    if (list !== undefined) list[place % SLOTS] = slots[at + 1] ?? 0;
  }
  const counts: HourRecord['counts'] = {};
  // `packHour` has written the names of kinds.
  for (const [index, name] of names.entries()) counts[name as EventKind] = lists[index] ?? [];
  return { ...record, counts };
}
