/** One page of a list in Helix's form. */
export interface Page<T> {
  data: T[];
  pagination: { cursor?: string };
}

const DEFAULT_FIRST = 20;

function offsetOf(cursor: string | undefined): number {
  if (!cursor) return 0;
  const offset = Number(Buffer.from(cursor, 'base64url').toString());
  return Number.isInteger(offset) && offset >= 0 ? offset : 0;
}

/** Returns the page after the cursor; the last page has no cursor. */
export function pageOf<T>(list: readonly T[], first: number, after: string | undefined): Page<T> {
  const start = offsetOf(after);
  const end = start + first;
  const cursor = Buffer.from(String(end)).toString('base64url');
  return { data: list.slice(start, end), pagination: end < list.length ? { cursor } : {} };
}

/** Reads the parameter `first`; returns undefined if it is out of range. */
export function parseFirst(
  text: string | undefined,
  fallback = DEFAULT_FIRST,
  max = 100,
): number | undefined {
  if (text === undefined) return fallback;
  const first = Number(text);
  return Number.isInteger(first) && first >= 1 && first <= max ? first : undefined;
}
