import type { SentEvent } from '../../simulator/core/sent-log.ts';
import { STREAMER } from '../../simulator/world/people/accounts.ts';

/** A comparison of what happened on Twitch with what the extension stored. */
export interface Audit {
  /** The number of events that happened, also those that no session was sent. */
  sent: number;
  stored: number;
  /** Events that are not stored but fall into a gap, so that the user knows they are missing. */
  inGaps: number;
  /** Events that are neither stored nor in a gap: their time, and if any session was sent them. */
  lost: { at: number; isSent: boolean }[];
  /** The ids of records that repeat an event which is already stored. */
  duplicates: string[];
  gaps: number;
  /** Gaps that overlap another gap. */
  overlapping: number;
}

type Records = readonly Record<string, unknown>[];

interface Span {
  from: number;
  until: number;
}

/** Returns the gaps of a streamer, oldest first. */
export function gapsOf(gapRecords: Records, streamerId = STREAMER.id): Span[] {
  return gapRecords
    .flatMap(({ from, ends }) =>
      Object.values(Object(ends))
        .map((end) => Object.values(Object(end)))
        .filter(([id]) => id === streamerId)
        .map(([, until]): Span => ({ from: Number(from), until: Number(until) })),
    )
    .toSorted((a, b) => a.from - b.from);
}

/**
 * Compares what happened on the channel of a streamer, the demo streamer if none is given, with the
 * stored events and gaps.
 */
export function audit(
  sent: readonly SentEvent[],
  events: Records,
  gapRecords: Records,
  streamerId = STREAMER.id,
): Audit {
  const stored = Map.groupBy(
    events.map(({ id }) => String(id)),
    (id) => id,
  );
  const gaps = gapsOf(gapRecords, streamerId);
  const isInGap = ({ at }: SentEvent) => gaps.some(({ from, until }) => from <= at && at <= until);
  const missing = sent.filter(({ message_ids }) => !message_ids.some((id) => stored.has(id)));
  const lost = missing
    .filter((event) => !isInGap(event))
    .map(({ at, message_ids }) => ({ at, isSent: message_ids.length > 0 }));
  return {
    sent: sent.length,
    stored: sent.length - missing.length,
    inGaps: missing.length - lost.length,
    lost,
    // Twitch sends an event to each subscription under another message id.
    duplicates: sent.flatMap(({ message_ids }) =>
      [...new Set(message_ids)].flatMap((id) => stored.get(id) ?? []).slice(1),
    ),
    gaps: gaps.length,
    overlapping: gaps.filter(({ from }, index) => from < (gaps[index - 1]?.until ?? 0)).length,
  };
}

/** Returns the measurements of an audit, by name. */
export function measurementsOf(result: Audit): Record<string, number> {
  return {
    'events sent': result.sent,
    'events stored': result.stored,
    'events in gaps': result.inGaps,
    'events lost': result.lost.length,
    'events stored twice': result.duplicates.length,
    gaps: result.gaps,
  };
}
