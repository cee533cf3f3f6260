import type { EventKind } from '../event/event-kind';
import { HOUR_MS, type Hour, SLOTS } from './hour';
import { LARGEST, type Largest } from './largest';

/**
 * The hours of one streamer's UTC day, as they are stored. Reading a year takes as long as it has
 * records, so it is not one for each hour; and numbers in typed arrays are read faster than in lists.
 */
export interface DayRecord {
  streamer_id: string;
  /** Start of the day, in milliseconds since 1970. */
  day: number;
  /** The kinds of the day's events, sorted, with spaces between. */
  kinds: string;
  /**
   * For each hour with events, in order: its number; where its parts of `slots` and `bits` end; and its
   * largest sizes in the order of `LARGEST`, 0 for none.
   */
  hours: Float64Array;
  /** In turn, a place and the number of events in it: the slots of an hour's first kind come first. */
  slots: Uint32Array;
  /** In turn, a slot of an hour and its Bits. */
  bits: Float64Array;
}

/** An hour as it is read: a part of its day. */
export interface HourRecord {
  streamer_id: string;
  /** Start of a UTC hour, in milliseconds since 1970. */
  hour: number;
  /** The kinds of the day's events. */
  kinds: readonly EventKind[];
  /** See {@link DayRecord}. */
  slots: Uint32Array;
  bits: Float64Array;
  /** In the order of `LARGEST`, 0 for none. */
  largest: Float64Array;
}

/** The numbers of an hour before its largest sizes. */
const HEAD = 3;
const HOUR_SIZE = HEAD + LARGEST.length;

/** Returns the stored form of a streamer's day. Its hours are in any order. */
export function packDay(streamerId: string, day: number, hours: readonly Hour[]): DayRecord {
  const kinds = [...new Set(hours.flatMap(({ counts }) => Object.keys(counts)))].toSorted();
  const [heads, slots, bits]: [number[], number[], number[]] = [[], [], []];
  for (const hour of hours.toSorted((a, b) => a.hour - b.hour)) {
    for (const [index, kind] of kinds.entries()) {
      // The names are those of the hours' counts.
      slots.push(...pairsOf(hour.counts[kind as EventKind], index * SLOTS));
    }
    bits.push(...pairsOf(hour.bits, 0));
    const largest = LARGEST.map((name) => hour.largest?.[name] ?? 0);
    heads.push((hour.hour - day) / HOUR_MS, slots.length, bits.length, ...largest);
  }
  return {
    streamer_id: streamerId,
    day,
    kinds: kinds.join(' '),
    hours: Float64Array.from(heads),
    slots: Uint32Array.from(slots),
    bits: Float64Array.from(bits),
  };
}

function pairsOf(numbers: readonly number[] | undefined, first: number): number[] {
  return (numbers ?? []).flatMap((number, slot) => (number === 0 ? [] : [first + slot, number]));
}

/** Returns the hours of a day that have events, in order. */
export function hoursOfDay({ streamer_id, day, kinds, ...parts }: DayRecord): HourRecord[] {
  // `packDay` has written the names of kinds.
  const names = kinds.split(' ') as EventKind[];
  const found: HourRecord[] = [];
  let [firstSlot, firstBits] = [0, 0];
  for (let at = 0; at < parts.hours.length; at += HOUR_SIZE) {
    const [number = 0, endOfSlots = 0, endOfBits = 0] = parts.hours.subarray(at, at + HEAD);
    found.push({
      streamer_id,
      hour: day + number * HOUR_MS,
      kinds: names,
      slots: parts.slots.subarray(firstSlot, endOfSlots),
      bits: parts.bits.subarray(firstBits, endOfBits),
      largest: parts.hours.subarray(at + HEAD, at + HOUR_SIZE),
    });
    [firstSlot, firstBits] = [endOfSlots, endOfBits];
  }
  return found;
}

/** Returns an hour in the form to add to. */
export function unpackHour(record: HourRecord): Hour {
  const hour: Hour = { streamer_id: record.streamer_id, hour: record.hour, counts: {} };
  eachSlot(record, (kind, slot, count) => ((hour.counts[kind] ??= zeros())[slot] = count));
  eachBits(record, (slot, bits) => ((hour.bits ??= zeros())[slot] = bits));
  const largest: Largest = {};
  for (const [index, name] of LARGEST.entries()) {
    if (record.largest[index]) largest[name] = record.largest[index];
  }
  return Object.keys(largest).length === 0 ? hour : { ...hour, largest };
}

const zeros = () => Array.from({ length: SLOTS }, () => 0);

/** Returns the hours of a day in the form to add to, by their start. There are none of a day without a record. */
export function hoursByStart(record: DayRecord | undefined): Map<number, Hour> {
  const hours = record === undefined ? [] : hoursOfDay(record);
  return new Map(hours.map((hour) => [hour.hour, unpackHour(hour)]));
}

/** Visits the slots of an hour that have events, by kind: its number from 0, and how many events. */
export function eachSlot(
  { kinds, slots }: Pick<HourRecord, 'kinds' | 'slots'>,
  visit: (kind: EventKind, slot: number, count: number) => void,
): void {
  for (let at = 0; at < slots.length; at += 2) {
    const place = slots[at] ?? 0;
    const kind = kinds[Math.floor(place / SLOTS)];
    if (kind !== undefined) visit(kind, place % SLOTS, slots[at + 1] ?? 0);
  }
}

/** Visits the kinds of which an hour has events, and how many. */
export function eachKind(
  { kinds, slots }: Pick<HourRecord, 'kinds' | 'slots'>,
  visit: (kind: EventKind, count: number) => void,
): void {
  for (let at = 0; at < slots.length; ) {
    const index = Math.floor((slots[at] ?? 0) / SLOTS);
    const end = (index + 1) * SLOTS;
    let count = 0;
    for (; at < slots.length && (slots[at] ?? 0) < end; at += 2) count += slots[at + 1] ?? 0;
    const kind = kinds[index];
    if (kind !== undefined) visit(kind, count);
  }
}

/** Visits the slots of an hour in which Bits were used: its number from 0, and how many. */
export function eachBits(
  { bits }: Pick<HourRecord, 'bits'>,
  visit: (slot: number, bits: number) => void,
): void {
  for (let at = 0; at < bits.length; at += 2) visit(bits[at] ?? 0, bits[at + 1] ?? 0);
}
