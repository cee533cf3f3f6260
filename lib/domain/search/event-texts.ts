import type { StreamEvent } from '../event/event';

/** Fields of details with words that somebody wrote, and with names. */
const WRITTEN = new Set([
  'message',
  'title',
  'category',
  'description',
  'subject',
  'systemMessage',
  'charityName',
  'reason',
  'login',
  'name',
]);

/** Fields that repeat what another event says, or that nobody wrote. */
const LEFT_OUT = new Set(['before', 'raw']);

/**
 * Returns the texts of an event that a search looks through: messages, titles, and the names of those
 * whom it concerns beside the viewer. The viewer's own name is not among them.
 */
export function textsOf({ detail }: Pick<StreamEvent, 'detail'>): string[] {
  return textsIn(detail);
}

function textsIn(value: unknown, name?: string): string[] {
  if (typeof value === 'string') {
    return name !== undefined && WRITTEN.has(name) && value !== '' ? [value] : [];
  }
  if (Array.isArray(value)) return value.flatMap((part) => textsIn(part, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    LEFT_OUT.has(key) ? [] : textsIn(part, key),
  );
}
