import type { StreamEvent } from '../event/event';
import type { EventKind } from '../event/event-kind';
import { bitsOf } from './hour';

/** The sums of a person. */
export const SUMS = ['gifts', 'bombs', 'bits', 'raids'] as const;

/** The largest things of a person. */
export const MAXIMA = [
  'biggest_bomb',
  'biggest_cheer',
  'biggest_raid',
  'streak',
  'months',
] as const;

type Sum = (typeof SUMS)[number];
type Maximum = (typeof MAXIMA)[number];

/**
 * What one viewer did on the channel of one streamer. Derived from the events. What there is nothing
 * of is absent: `gifts` (single ones and those of gift bombs), `bombs` and the gifts of the largest;
 * `bits` of cheers and power-ups and those of the largest; `raids` that arrived and the viewers of the
 * largest; the broadcasts of the longest watch `streak`; the most `months` of subscription.
 */
export type PersonRecord = {
  viewer_id: string;
  streamer_id: string;
  /** The number of their events, by kind. */
  counts: Partial<Record<EventKind, number>>;
  /** How many events are as large as the largest. */
  largest: Partial<Record<Maximum, number>>;
} & Partial<Record<Sum | Maximum, number>>;

type Amounts = Partial<Record<Sum | Maximum, number>>;

/** Returns somebody who has done nothing yet. */
export function emptyPerson(viewerId: string, streamerId: string): PersonRecord {
  return { viewer_id: viewerId, streamer_id: streamerId, counts: {}, largest: {} };
}

/** Returns what an event adds to its viewer. */
function amountsOf(event: StreamEvent): Amounts {
  switch (event.event_type) {
    case 'gift':
      return { gifts: 1 };
    case 'community_gift':
      return bombAmounts(event.detail);
    case 'cheer':
    case 'power_up':
      return { bits: bitsOf(event), biggest_cheer: bitsOf(event) };
    case 'raid_in':
      return { raids: 1, biggest_raid: event.detail.viewers };
    case 'watch_streak':
      return { streak: event.detail.streams };
    case 'resub':
      return { months: event.detail.cumulativeMonths };
    default:
      return {};
  }
}

/** Each gift of a bomb is an event, too, unless its source reports only the bomb. */
function bombAmounts({
  total,
  communityGiftId,
}: {
  total: number;
  communityGiftId: string | null;
}) {
  const gifts = communityGiftId === null ? { gifts: total } : {};
  return total > 1 ? { ...gifts, bombs: 1, biggest_bomb: total } : gifts;
}

/** Returns the person with an event more. It changes `person`, which it returns. */
export function addToPerson(person: PersonRecord, event: StreamEvent): PersonRecord {
  const { event_type: kind } = event;
  person.counts[kind] = (person.counts[kind] ?? 0) + 1;
  const amounts = amountsOf(event);
  for (const sum of SUMS) set(person, sum, (person[sum] ?? 0) + (amounts[sum] ?? 0));
  for (const most of MAXIMA) addToMaximum(person, most, amounts[most] ?? 0);
  return person;
}

function addToMaximum(person: PersonRecord, most: Maximum, value: number): void {
  const before = person[most] ?? 0;
  if (value === 0 || value < before) return;
  person[most] = value;
  person.largest[most] = value === before ? (person.largest[most] ?? 0) + 1 : 1;
}

/**
 * Returns the person with an event less, `null` if none is left, or `recount` if the event was the only
 * one of the largest size: only the other events tell which one is it then. It changes `person`, which it returns.
 */
export function removeFromPerson(
  person: PersonRecord,
  event: StreamEvent,
): PersonRecord | null | 'recount' {
  const { event_type: kind } = event;
  const { [kind]: count = 0, ...others } = person.counts;
  person.counts = count > 1 ? { ...others, [kind]: count - 1 } : others;
  if (Object.keys(person.counts).length === 0) return null;
  const amounts = amountsOf(event);
  for (const most of MAXIMA.filter((name) => amounts[name] && amounts[name] === person[name])) {
    const left = (person.largest[most] ?? 0) - 1;
    if (left <= 0) return 'recount';
    person.largest[most] = left;
  }
  for (const sum of SUMS) set(person, sum, (person[sum] ?? 0) - (amounts[sum] ?? 0));
  return person;
}

function set(person: PersonRecord, name: Sum | Maximum, value: number): void {
  if (value > 0) person[name] = value;
  else delete person[name];
}
