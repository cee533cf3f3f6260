import type { StreamEvent } from '../event/event';
import type { EventKind } from '../event/event-kind';
import { type Largest, sizedOf, withLargest } from './largest';

/** Five minutes, in milliseconds. Every time zone begins its days with a slot. */
export const SLOT_MS = 300_000;

/** The number of slots of an hour. */
export const SLOTS = 12;

/** An hour, in milliseconds. */
export const HOUR_MS = SLOT_MS * SLOTS;

/** What one streamer's events of one hour add up to, in the form to add to. Derived from the events. */
export interface Hour {
  streamer_id: string;
  /** Start of a UTC hour, in milliseconds since 1970. */
  hour: number;
  /** By kind, the number of events in each slot of five minutes. A kind without events is absent. */
  counts: Partial<Record<EventKind, number[]>>;
  /** The Bits of cheers and power-ups in each slot; absent if there are none. */
  bits?: number[];
  /** The largest sizes; absent if no event has one. */
  largest?: Largest;
}

/** Returns the start of the UTC hour of a time. Both are in milliseconds since 1970. */
export function hourOf(at: number): number {
  return Math.floor(at / HOUR_MS) * HOUR_MS;
}

/** Returns the hour with an event more. It changes `record`, which it returns. */
export function addToHour(record: Hour, event: StreamEvent): Hour {
  const sized = sizedOf(event);
  if (sized !== null) record.largest = withLargest(record.largest, sized);
  return change(record, event, 1);
}

/**
 * Returns the hour without some of its events; `null` if none is left, or `recount` if one of them may
 * have been the largest: only the other events tell which one is it then. It changes `record`, which it
 * returns.
 */
export function removeFromHour(
  record: Hour,
  events: readonly StreamEvent[],
): Hour | null | 'recount' {
  for (const event of events) change(record, event, -1);
  if (Object.keys(record.counts).length === 0) return null;
  const hadLargest = events.some((event) => {
    const sized = sizedOf(event);
    return sized !== null && sized.size === record.largest?.[sized.name];
  });
  return hadLargest ? 'recount' : record;
}

/** Returns an hour without events. */
export function emptyHour(streamerId: string, hour: number): Hour {
  return { streamer_id: streamerId, hour, counts: {} };
}

function change(record: Hour, event: StreamEvent, by: 1 | -1): Hour {
  const slot = Math.floor((event.created_at - record.hour) / SLOT_MS);
  const { [event.event_type]: slots, ...others } = record.counts;
  const changed = withSlot(slots, slot, by);
  record.counts =
    changed === undefined ? others : { ...record.counts, [event.event_type]: changed };
  const bits = bitsOf(event);
  if (bits === 0) return record;
  const sums = withSlot(record.bits, slot, by * bits);
  if (sums === undefined) delete record.bits;
  else record.bits = sums;
  return record;
}

/** Returns the slots with a number added to one of them; `undefined` if all of them are 0. */
function withSlot(slots: readonly number[] | undefined, slot: number, by: number) {
  const changed = slots === undefined ? Array.from({ length: SLOTS }, () => 0) : [...slots];
  changed[slot] = (changed[slot] ?? 0) + by;
  return changed.some((count) => count !== 0) ? changed : undefined;
}

/** Returns the Bits that an event is worth: those of a cheer or a power-up; 0 if it is neither. */
export function bitsOf(event: StreamEvent): number {
  const isPaidInBits = event.event_type === 'cheer' || event.event_type === 'power_up';
  return isPaidInBits ? (event.detail.bits ?? 0) : 0;
}
