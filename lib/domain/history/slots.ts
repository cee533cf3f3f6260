import type { StreamEvent } from '../event/event';
import type { EventKind } from '../event/event-kind';
import { eachBits, eachSlot, type HourRecord } from '../log-index/day-record';
import { bitsOf, SLOT_MS } from '../log-index/hour';
import { type FamilyCounts, familyOf, noCounts } from '../statistics/family';
import type { Span } from './listened';

/** What happened within five minutes. */
export interface Slot {
  /** The start of the five minutes, in milliseconds since 1970. */
  at: number;
  /** The number of events of each kind. */
  counts: Partial<Record<EventKind, number>>;
  /** The Bits of cheers and power-ups. */
  bits: number;
}

/** What the slots of a broadcast add up to. */
export interface SlotTotals {
  counts: Slot['counts'];
  bits: number;
  /** The number of all events. */
  events: number;
  /** The five minutes with the most events, the earliest of several; `null` without events. */
  peak: { at: number; events: number } | null;
}

/** Returns the start of the slot of a time. */
export function slotOf(time: number): number {
  return Math.floor(time / SLOT_MS) * SLOT_MS;
}

/** Returns the parts of a time that do not fill a slot: at its beginning and at its end. */
export function partialSlots({ from, until }: Span): Span[] {
  const first = wholeFrom(from);
  const last = Number.isFinite(until) ? slotOf(until) : until;
  if (first > last) return [{ from, until }];
  return [
    { from, until: first },
    { from: last, until },
  ].filter((part) => part.from < part.until);
}

const wholeFrom = (from: number): number => Math.ceil(from / SLOT_MS) * SLOT_MS;

/**
 * Returns the slots of a time that have events, in order. `events` are those of the parts that do not fill
 * a slot; the records of the hours know the rest.
 */
export function slotsOf(
  hours: readonly HourRecord[],
  events: readonly StreamEvent[],
  { from, until }: Span,
): Slot[] {
  const slots = new Map<number, Slot>();
  const slotAt = (at: number): Slot => {
    const slot = slots.get(at) ?? { at, counts: {}, bits: 0 };
    slots.set(at, slot);
    return slot;
  };
  const isWhole = (at: number) => at >= wholeFrom(from) && at + SLOT_MS <= until;
  for (const record of hours) {
    const timeOf = (slot: number) => record.hour + slot * SLOT_MS;
    eachSlot(record, (kind, slot, count) => {
      if (isWhole(timeOf(slot))) addCount(slotAt(timeOf(slot)).counts, kind, count);
    });
    eachBits(record, (slot, bits) => {
      if (isWhole(timeOf(slot))) slotAt(timeOf(slot)).bits += bits;
    });
  }
  for (const event of events) {
    const slot = slotAt(slotOf(event.created_at));
    addCount(slot.counts, event.event_type, 1);
    slot.bits += bitsOf(event);
  }
  return [...slots.values()].toSorted((a, b) => a.at - b.at);
}

/** Returns what slots add up to. They are in order. */
export function totalsOf(slots: readonly Slot[]): SlotTotals {
  const totals: SlotTotals = { counts: {}, bits: 0, events: 0, peak: null };
  for (const { at, counts, bits } of slots) {
    const events = eventsIn(counts);
    for (const [kind, count] of entriesOf(counts)) addCount(totals.counts, kind, count);
    totals.bits += bits;
    totals.events += events;
    if (events > (totals.peak?.events ?? 0)) totals.peak = { at, events };
  }
  return totals;
}

/** Returns the number of events of all kinds. */
export function eventsIn(counts: Slot['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Returns the number of events of each family. */
export function familiesIn(counts: Slot['counts']): FamilyCounts {
  const families = noCounts();
  for (const [kind, count] of entriesOf(counts)) families[familyOf(kind)] += count;
  return families;
}

function addCount(counts: Slot['counts'], kind: EventKind, by: number): void {
  counts[kind] = (counts[kind] ?? 0) + by;
}

/** Object.entries returns strings, but only kinds are counted. */
function entriesOf<Value>(counts: Partial<Record<EventKind, Value>>): [EventKind, Value][] {
  return Object.entries(counts) as [EventKind, Value][];
}
