import type { Recording } from '../channel/recording';
import type { Gap } from '../history/gap';
import type { RowView } from './row-view';

/** The rows of a part of a broadcast, as the page of its recording shows them. */
export interface RecordingPage {
  streamerId: string;
  recording: Recording;
  /** Oldest first. */
  rows: RowView[];
  /** The gaps of the whole broadcast, oldest first. */
  gaps: Gap[];
  /** The part that the rows are of, in milliseconds since 1970: both ends belong to it. */
  from: number;
  until: number;
  /** True if the filter of the streamer's list can leave anything out. */
  isFiltered: boolean;
}

/**
 * Returns everything that is known of a recording after another part of it has been read. If there
 * is a part between them, only the latest is kept: a list must not look whole where it is not.
 */
export function joinPages(known: RecordingPage | null, read: RecordingPage): RecordingPage {
  if (known === null || known.recording.id !== read.recording.id) return read;
  if (known.until < read.from || read.until < known.from) return read;
  const rows = new Map([...known.rows, ...read.rows].map((row) => [row.id, row]));
  return {
    ...read,
    rows: [...rows.values()].toSorted(oldestFirst),
    from: Math.min(known.from, read.from),
    until: Math.max(known.until, read.until),
  };
}

function oldestFirst(a: RowView, b: RowView): number {
  return a.createdAt - b.createdAt || a.lastSeq - b.lastSeq;
}

/** Returns true if nobody listened during the whole broadcast, as far as it has gone on. */
export function isUnheard({ recording, gaps }: RecordingPage, now: number): boolean {
  const { startedAt, endsAt } = recording;
  return gaps.some(({ from, until }) => from <= startedAt && (endsAt ?? now) <= until);
}
