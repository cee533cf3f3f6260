/** A time that Helix may leave out, in milliseconds since 1970; `null` for none. */
export function parseTimestamp(words: string | null | undefined): number | null {
  const time = Date.parse(words ?? '');
  return Number.isNaN(time) ? null : time;
}
