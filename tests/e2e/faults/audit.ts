import type { Sent } from '../../simulator/core/sent-log.ts';

/** What became of everything that happened. */
export interface Audit {
  sent: number;
  stored: number;
  /** Not stored, and told as missing: in a gap. */
  inGaps: number;
  /** Neither stored nor told of: when it happened, and whether it was sent. */
  lost: { at: number; isSent: boolean }[];
  /** Ids under which something was stored once more. */
  twice: string[];
  gaps: number;
  /** Gaps that overlap another one. */
  overlapping: number;
}

type Records = readonly Record<string, unknown>[];

interface Span {
  from: number;
  until: number;
}

/** Compares what happened with what the extension has stored, and with the gaps it tells of. */
export function audit(sent: readonly Sent[], events: Records, gapRecords: Records): Audit {
  const stored = Map.groupBy(
    events.map(({ id }) => String(id)),
    (id) => id,
  );
  const gaps = gapRecords
    .map(({ from, until }): Span => ({ from: Number(from), until: Number(until) }))
    .toSorted((a, b) => a.from - b.from);
  const isToldAsMissing = ({ at }: Sent) =>
    gaps.some(({ from, until }) => from <= at && at <= until);
  const missing = sent.filter(({ message_ids }) => !message_ids.some((id) => stored.has(id)));
  const lost = missing
    .filter((one) => !isToldAsMissing(one))
    .map(({ at, message_ids }) => ({ at, isSent: message_ids.length > 0 }));
  return {
    sent: sent.length,
    stored: sent.length - missing.length,
    inGaps: missing.length - lost.length,
    lost,
    // Each subscription is sent an event under an id of its own.
    twice: sent.flatMap(({ message_ids }) =>
      [...new Set(message_ids)].flatMap((id) => stored.get(id) ?? []).slice(1),
    ),
    gaps: gaps.length,
    overlapping: gaps.filter(({ from }, index) => from < (gaps[index - 1]?.until ?? 0)).length,
  };
}
