import type { Broadcast } from './broadcasts';
import { type Listened, listenedIn, missedParts, type Span } from './listened';

/** When the extension listened to a streamer. Times are in milliseconds since 1970. */
export interface Hearing {
  /** The gaps that overlap the broadcast. */
  gaps: readonly Span[];
  /** Since when the log knows the streamer; `null` if it does not. */
  since: number | null;
  /** Until when the extension certainly listened to them; `null` if it never did. */
  heardAt: number | null;
}

/** How long a broadcast took, and how much of it was listened to. */
export interface BroadcastTimes extends Span {
  /** `unknown` if its end was not found; then it went on until `until` at the latest. */
  state: 'live' | 'ended' | 'unknown';
  /** The parts in which nobody listened, the oldest first. */
  missed: Span[];
  /** `null` if it is not known, as for a log that comes from another browser. */
  listened: Listened | null;
  /** How much is missing at the beginning and at the end, in milliseconds; less than a minute is 0. */
  late: number;
  early: number;
}

/** Twitch reports a start and an end some seconds late, and a look finds them within a minute. */
const TOLERANCE_MS = 60_000;
/** A minute, and the time between two frames. */
const HEARD_NOW_MS = 120_000;
/** Twitch ends a broadcast after 48 hours. */
const MAX_LENGTH_MS = 172_800_000;

/** Returns how long a broadcast took until now, and how much of it was listened to. */
export function broadcastTimes(
  broadcast: Pick<Broadcast, 'from' | 'until' | 'isLive' | 'nextFrom'>,
  hearing: Hearing,
  now: number,
): BroadcastTimes {
  const { from } = broadcast;
  const { heardAt, since } = hearing;
  const isHeardNow = heardAt !== null && now - heardAt < HEARD_NOW_MS;
  const state = stateOf(broadcast, isHeardNow);
  const until = Math.max(from, broadcast.until ?? lastMoment(broadcast, hearing, now, state));
  const unheard = [
    ...hearing.gaps,
    ...(since === null ? [] : [{ from: Number.NEGATIVE_INFINITY, until: since }]),
    ...(heardAt === null || isHeardNow ? [] : [{ from: heardAt, until: Number.POSITIVE_INFINITY }]),
  ];
  const span = { from, until };
  const isKnown = heardAt !== null && since !== null;
  const missed = isKnown ? missedParts(span, unheard) : [];
  return {
    ...span,
    state,
    missed,
    listened: isKnown ? listenedIn(span, unheard) : null,
    late: lengthIf(missed.at(0), (part) => part.from === from),
    early: lengthIf(missed.at(-1), (part) => part.until === until),
  };
}

function stateOf(
  { until, isLive }: Pick<Broadcast, 'until' | 'isLive'>,
  isHeardNow: boolean,
): BroadcastTimes['state'] {
  if (until !== null) return 'ended';
  return isLive && isHeardNow ? 'live' : 'unknown';
}

/** Returns until when a broadcast without an end may have gone on, as far as anybody listened. */
function lastMoment(
  { from, nextFrom }: Pick<Broadcast, 'from' | 'nextFrom'>,
  { gaps, heardAt }: Hearing,
  now: number,
  state: BroadcastTimes['state'],
): number {
  if (state === 'live') return now;
  const last = Math.min(nextFrom ?? now, heardAt ?? now, from + MAX_LENGTH_MS);
  const gap = gaps.find((each) => each.from < last && last <= each.until);
  return gap?.from ?? last;
}

function lengthIf(part: Span | undefined, isThere: (part: Span) => boolean): number {
  if (part === undefined || !isThere(part)) return 0;
  const length = part.until - part.from;
  return length < TOLERANCE_MS ? 0 : length;
}
