import type { StoredEvent } from '../row/row';

/**
 * A part of a list that was on screen: the rows down to a position, as far as they were stored then.
 * A row is at `at` (milliseconds since 1970), then in order of arrival.
 */
export interface SeenPart {
  /** The streamer of the list; `null` for the list over everybody. */
  streamerId: string | null;
  /** Arrival number of the newest event at that time. */
  upTo: number;
  at: number;
  seq: number;
  /**
   * Arrival number of the first event that belongs to it, though all of the list does; only for events
   * that came from a file.
   */
  from?: number;
}

/** What the user has seen. */
export interface Seen {
  /** The seen watermark: every event up to this arrival number counts as seen, whoever it is of. */
  upTo: number;
  /** Watermarks of single streamers that are above the one for everybody. */
  of: Readonly<Record<string, number>>;
  /** What was on screen while older rows above the watermark were not. Oldest first. */
  parts: readonly SeenPart[];
}

/** Nothing of any log is seen. */
export const NOTHING_SEEN: Seen = { upTo: 0, of: {}, parts: [] };

/**
 * The parts of each list that are kept. Enough for a day of short looks at a busy channel. The rows
 * of older parts count as unseen.
 */
const MAX_PARTS = 50;

/** The parts with events from files that are kept: an import has one until another event arrives. */
const MAX_IMPORTED = 1000;

/** Returns the arrival number up to which every event of a streamer counts as seen. */
export function floorOf({ upTo, of }: Seen, streamerId: string | null): number {
  return streamerId === null ? upTo : Math.max(upTo, of[streamerId] ?? 0);
}

/**
 * Returns true if the next part of a list takes the place of an older one, so that what was seen may
 * be unseen again.
 */
export function forgetsParts({ parts }: Seen, streamerId: string | null): boolean {
  const ofList = parts.filter((part) => part.streamerId === streamerId && part.from === undefined);
  return ofList.length >= MAX_PARTS;
}

/** Returns the parts in which events of a streamer may be. */
export function partsOf({ parts }: Seen, streamerId: string): SeenPart[] {
  return parts.filter((part) => part.streamerId === null || part.streamerId === streamerId);
}

/** Returns true if an event was on screen, or counts as if it was. */
export function isSeen(
  seen: Seen,
  event: Pick<StoredEvent, 'streamer_id' | 'seq' | 'created_at' | 'row_at'>,
): boolean {
  if (event.seq <= floorOf(seen, event.streamer_id)) return true;
  return partsOf(seen, event.streamer_id).some((part) => isIn(part, event));
}

/** Returns true if a part of its list contains an event. */
function isIn(
  part: SeenPart,
  { seq, row_at, created_at }: Pick<StoredEvent, 'seq' | 'created_at' | 'row_at'>,
): boolean {
  const at = row_at ?? created_at;
  if (seq < (part.from ?? 0)) return false;
  return seq <= part.upTo && (at > part.at || (at === part.at && seq >= part.seq));
}

/** Returns true if the same is seen. */
export function isEqualSeen(a: Seen, b: Seen): boolean {
  const ids = new Set([...Object.keys(a.of), ...Object.keys(b.of)]);
  return (
    a.upTo === b.upTo &&
    [...ids].every((id) => a.of[id] === b.of[id]) &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, index) => {
      const other = b.parts[index];
      return other !== undefined && isWithin(part, other) && isWithin(other, part);
    })
  );
}

/** Returns what is seen after one more part was on screen. */
export function withPart(seen: Seen, part: SeenPart): Seen {
  const others = seen.parts.filter((other) => !isWithin(other, part));
  const ofSameList = others.filter(
    ({ streamerId, from }) => streamerId === part.streamerId && from === undefined,
  );
  const dropped = new Set(ofSameList.slice(0, Math.max(0, ofSameList.length + 1 - MAX_PARTS)));
  return { ...seen, parts: [...others.filter((other) => !dropped.has(other)), part] };
}

/**
 * Returns what is seen after events came from a file. They count as seen, and what arrived before or
 * in between stays as it was. `from` and `upTo` are the arrival numbers of the first and the last.
 */
export function withImported(seen: Seen, { from, upTo }: { from: number; upTo: number }): Seen {
  const [last, ...before] = seen.parts.filter((part) => part.from !== undefined).toReversed();
  const isNext =
    last !== undefined && (from === last.upTo + 1 || before.length + 1 >= MAX_IMPORTED);
  const part = { streamerId: null, at: 0, seq: 0, upTo, from: isNext ? (last.from ?? from) : from };
  const others = isNext ? seen.parts.filter((other) => other !== last) : seen.parts;
  return { ...seen, parts: [...others, part] };
}

function isWithin(part: SeenPart, outer: SeenPart): boolean {
  if (part.streamerId !== outer.streamerId || part.upTo > outer.upTo) return false;
  if ((part.from ?? 0) < (outer.from ?? 0)) return false;
  return part.at > outer.at || (part.at === outer.at && part.seq >= outer.seq);
}

/**
 * Returns what is seen of a log that ends at an arrival number. A log may lose its newest event, such
 * as the end of a broadcast that goes on; of a log that begins anew nothing is seen.
 */
export function seenWithin(seen: Seen, newestSeq: number): Seen {
  const within = (upTo: number) => Math.min(upTo, newestSeq);
  const floors = Object.entries(seen.of).map(([id, upTo]) => [id, within(upTo)] as const);
  const parts = seen.parts.map((part) => ({ ...part, upTo: within(part.upTo) }));
  return normalized({ upTo: within(seen.upTo), of: Object.fromEntries(floors), parts });
}

/** Returns the highest arrival number that is named in what is seen. */
export function highestSeen({ upTo, of, parts }: Seen): number {
  return Math.max(upTo, ...Object.values(of), ...parts.map((part) => part.upTo));
}

/**
 * Returns what is seen after everything of a streamer up to an arrival number was; without a
 * streamer, after everything of everybody was.
 */
export function seenUpTo(seen: Seen, upTo: number, streamerId: string | null = null): Seen {
  return streamerId === null
    ? normalized({ ...seen, upTo: Math.max(seen.upTo, upTo) })
    : normalized({
        ...seen,
        of: { ...seen.of, [streamerId]: Math.max(floorOf(seen, streamerId), upTo) },
      });
}

/** Leaves out the watermarks and parts that add nothing to others. */
function normalized(seen: Seen): Seen {
  const floors = Object.entries(seen.of).filter(([, upTo]) => upTo > seen.upTo);
  return {
    upTo: seen.upTo,
    of: Object.fromEntries(floors),
    parts: seen.parts.filter((part) => part.upTo > floorOf(seen, part.streamerId)),
  };
}
