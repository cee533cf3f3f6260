import type { StoredEvent } from '../row/row';

/**
 * A part of a streamer's list that was on screen: the rows down to a position, as far as they were
 * stored then. A row is at `at` (milliseconds since 1970), then in order of arrival.
 */
export interface SeenPart {
  streamerId: string;
  /** Arrival number of the newest event at that time. */
  upTo: number;
  at: number;
  seq: number;
}

/** What the user has seen. */
export interface Seen {
  /** The seen watermark: every event up to this arrival number counts as seen. */
  upTo: number;
  /** What was on screen while older rows above the watermark were not. Oldest first. */
  parts: readonly SeenPart[];
}

/** Enough for a day of short looks at a busy channel. The rows of older parts count as unseen. */
const MAX_PARTS = 50;

/** Returns true if an event was on screen, or counts as if it was. */
export function isSeen(
  { upTo, parts }: Seen,
  event: Pick<StoredEvent, 'streamer_id' | 'seq' | 'created_at' | 'row_at'>,
): boolean {
  if (event.seq <= upTo) return true;
  const at = event.row_at ?? event.created_at;
  return parts.some((part) => part.streamerId === event.streamer_id && isIn(part, at, event.seq));
}

function isIn(part: SeenPart, at: number, seq: number): boolean {
  return seq <= part.upTo && (at > part.at || (at === part.at && seq >= part.seq));
}

/** Returns true if the same is seen. */
export function isEqualSeen(a: Seen, b: Seen): boolean {
  return (
    a.upTo === b.upTo &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, index) => {
      const other = b.parts[index];
      return other !== undefined && isWithin(part, other) && isWithin(other, part);
    })
  );
}

/** Returns what is seen after one more part was on screen. */
export function withPart({ upTo, parts }: Seen, part: SeenPart): Seen {
  const others = parts.filter((other) => !isWithin(other, part));
  return { upTo, parts: [...others, part].slice(-MAX_PARTS) };
}

function isWithin(part: SeenPart, outer: SeenPart): boolean {
  if (part.streamerId !== outer.streamerId || part.upTo > outer.upTo) return false;
  return part.at > outer.at || (part.at === outer.at && part.seq >= outer.seq);
}

/**
 * Returns what is seen of a log that ends at an arrival number. A log may lose its newest event, such
 * as the end of a broadcast that goes on; of a log that begins anew nothing is seen.
 */
export function seenWithin(seen: Seen, newestSeq: number): Seen {
  const parts = seen.parts.map((part) => ({ ...part, upTo: Math.min(part.upTo, newestSeq) }));
  return seenUpTo({ ...seen, parts }, Math.min(seen.upTo, newestSeq));
}

/** Returns what is seen after everything up to an arrival number was. */
export function seenUpTo({ parts }: Seen, upTo: number): Seen {
  return { upTo, parts: parts.filter((part) => part.upTo > upTo) };
}
