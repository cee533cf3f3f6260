import type { SentEvent } from '../../simulator/core/sent-log.ts';

/** A comparison of what happened on one channel with what the extension stored. */
export interface Audit {
  streamerId: string;
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

export type Records = readonly Record<string, unknown>[];

/** What happened on Twitch, and the extension's tables. */
export interface Material {
  sent: readonly SentEvent[];
  events: Records;
  gaps: Records;
}

/** A time in which the extension did not listen to a streamer, in milliseconds since 1970. */
export interface Span {
  from: number;
  until: number;
}

/** Returns the gaps of one streamer in the order of time. */
export function gapsOf(gaps: Records, streamerId: string): Span[] {
  return gaps
    .flatMap(({ from, ends }) =>
      (ends as [string, number][])
        .filter(([id]) => id === streamerId)
        .map(([, until]): Span => ({ from: Number(from), until })),
    )
    .toSorted((a, b) => a.from - b.from);
}

/** Compares what happened on one channel with its stored events and its gaps. */
export function audit({ sent, ...tables }: Material, streamerId: string): Audit {
  const happened = sent.filter(({ streamer_id }) => streamer_id === streamerId);
  const stored = Map.groupBy(
    tables.events
      .filter(({ streamer_id }) => streamer_id === streamerId)
      .map(({ id }) => String(id)),
    (id) => id,
  );
  const gaps = gapsOf(tables.gaps, streamerId);
  const isInGap = ({ at }: SentEvent) => gaps.some(({ from, until }) => from <= at && at <= until);
  const missing = happened.filter(({ message_ids }) => !message_ids.some((id) => stored.has(id)));
  const lost = missing
    .filter((event) => !isInGap(event))
    .map(({ at, message_ids }) => ({ at, isSent: message_ids.length > 0 }));
  return {
    streamerId,
    sent: happened.length,
    stored: happened.length - missing.length,
    inGaps: missing.length - lost.length,
    lost,
    // Twitch sends an event to each subscription under another message id.
    duplicates: happened.flatMap(({ message_ids }) =>
      [...new Set(message_ids)].flatMap((id) => stored.get(id) ?? []).slice(1),
    ),
    gaps: gaps.length,
    overlapping: gaps.filter(({ from }, index) => from < (gaps[index - 1]?.until ?? 0)).length,
  };
}

/** Audits each streamer. */
export function auditEach(
  material: Material,
  streamers: readonly { readonly id: string }[],
): Audit[] {
  return streamers.map(({ id }) => audit(material, id));
}

const TOTALS: Readonly<Record<string, (result: Audit) => number>> = {
  'events sent': ({ sent }) => sent,
  'events stored': ({ stored }) => stored,
  'events in gaps': ({ inGaps }) => inGaps,
  'events lost': ({ lost }) => lost.length,
  'events stored twice': ({ duplicates }) => duplicates.length,
};

/** Returns the measurements of all audits together, by name. */
export function measurementsOf(results: readonly Audit[]): Record<string, number> {
  const totals = Object.entries(TOTALS).map(([name, read]): [string, number] => [
    name,
    results.reduce((sum, result) => sum + read(result), 0),
  ]);
  return {
    streamers: results.length,
    ...Object.fromEntries(totals),
    'gaps of one streamer, at most': Math.max(...results.map(({ gaps }) => gaps)),
  };
}
