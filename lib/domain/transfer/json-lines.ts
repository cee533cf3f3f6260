import type { Gap } from '../history/gap';
import type { StoredEvent } from '../row/row';

/** What the first line of a file says that the extension can read. */
export const FORMAT = 'streamer-event-viewer';

/** The version of the format. A file of a later one is refused. */
export const FORMAT_VERSION = 1;

/** The first line of a file. */
export interface FileHeader {
  format: typeof FORMAT;
  version: number;
  /** ISO 8601. */
  exported_at: string;
}

/** Returns the first line of a file that is made at a time in milliseconds since 1970. */
export function headerLine(now: number): string {
  const exported_at = new Date(now).toISOString();
  return lineOf({ format: FORMAT, version: FORMAT_VERSION, exported_at } satisfies FileHeader);
}

/** Returns the line of a time in which nobody listened. These lines are before those of events. */
export function gapLine(gap: Gap): string {
  return lineOf({ gap });
}

/** Returns the line of an event. Its place in this log and its row here are no part of it. */
export function eventLine(stored: StoredEvent): string {
  const { seq: _seq, row_at: _rowAt, folds_at: _foldsAt, ...event } = stored;
  return lineOf(event);
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
