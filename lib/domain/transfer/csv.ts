import type { StreamEvent } from '../event/event';

/** The columns of the file: first the five that every log of events has. */
const COLUMNS = [
  'id',
  'streamer_name',
  'event_type',
  'viewer_name',
  'created_at',
  'streamer_id',
  'viewer_login',
  'viewer_id',
  'source_type',
  'detail',
];

/** Tells a spreadsheet program that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * With one of these, a spreadsheet program begins a formula, also with the full-width ones:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const BEGINS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** The first line of the file, see https://www.rfc-editor.org/rfc/rfc4180 */
export const CSV_HEAD = `${BYTE_ORDER_MARK}${COLUMNS.join(',')}\r\n`;

/** Returns an event as a line of the file. What looks like a formula gets an apostrophe before it. */
export function csvLine(event: StreamEvent): string {
  const fields = [
    text(event.id),
    text(event.streamer_name),
    event.event_type,
    text(event.viewer_name),
    new Date(event.created_at).toISOString(),
    text(event.streamer_id),
    text(event.viewer_login),
    text(event.viewer_id),
    text(event.source_type),
    // Begins with a brace, so it is no formula.
    quoted(JSON.stringify(event.detail)),
  ];
  return `${fields.join(',')}\r\n`;
}

/** Nothing and an empty text differ: only the text is in quotes. */
function text(value: string | null): string {
  if (value === null) return '';
  return quoted(BEGINS_FORMULA.test(value) ? `'${value}` : value);
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
