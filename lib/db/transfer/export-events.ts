import type { StoredEvent } from '@/lib/domain/row/row';
import { CSV_HEAD, csvLine } from '@/lib/domain/transfer/csv';
import { eventLine, gapLine, headerLine } from '@/lib/domain/transfer/json-lines';
import type { Database } from '../database';
import { gapOf } from '../history/newest-gaps';

/** A form in which events leave the extension: for spreadsheets, or for this extension elsewhere. */
export type ExportFormat = 'csv' | 'json';

/** What to write, and how. */
export interface ExportOptions {
  format: ExportFormat;
  /** The events, some at a time. */
  events: AsyncIterable<readonly StoredEvent[]>;
  /** The streamer whose gaps belong to the file, `null` for those of everybody; absent for no gaps. */
  gapsOf?: string | null;
  /** Milliseconds since 1970. */
  now: number;
  /** Called with the number of events written so far. */
  onProgress: (written: number) => void;
}

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/x-ndjson',
};

/**
 * Writes events into a file. The parts of a blob are kept by the browser, so the memory that this
 * takes does not depend on the number of events. Throws what the events throw.
 */
export async function exportEvents(db: Database, options: ExportOptions): Promise<Blob> {
  const { format, events, onProgress } = options;
  const lineOf = format === 'csv' ? csvLine : eventLine;
  const parts = [new Blob([format === 'csv' ? CSV_HEAD : await jsonHead(db, options)])];
  let written = 0;
  for await (const batch of events) {
    parts.push(new Blob([batch.map(lineOf).join('')]));
    written += batch.length;
    onProgress(written);
  }
  return new Blob(parts, { type: TYPES[format] });
}

/** Returns what is before the events: without the gaps, a log would claim that nothing is missing. */
async function jsonHead(db: Database, { gapsOf, now }: ExportOptions): Promise<string> {
  if (gapsOf === undefined) return headerLine(now);
  const records = await db.gaps.orderBy('from').toArray();
  const gaps = records.flatMap((record) =>
    record.ends
      .filter(([id]) => gapsOf === null || id === gapsOf)
      .flatMap(([id]) => gapOf(record, id) ?? []),
  );
  return headerLine(now) + gaps.map(gapLine).join('');
}
