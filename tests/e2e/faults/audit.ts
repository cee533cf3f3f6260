import type { Sent } from '../../simulator/core/sent-log.ts';

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

/** Compares what happened with the stored events and gaps. */
export function audit(sent: readonly Sent[], events: Records, gapRecords: Records): Audit {
  const stored = Map.groupBy(
    events.map(({ id }) => String(id)),
    (id) => id,
  );
  const gaps = gapRecords
    .map(({ from, until }): Span => ({ from: Number(from), until: Number(until) }))
    .toSorted((a, b) => a.from - b.from);
  const isInGap = ({ at }: Sent) => gaps.some(({ from, until }) => from <= at && at <= until);
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
