import type { StreamEvent } from '../event/event';

/** The value of a field of an event. */
export type FieldValue = string | number | boolean | null;

/** A field of an event, under its name in the log; a field of the details as `detail.gifter.name`. */
export interface EventField {
  name: string;
  value: FieldValue;
}

/** What is nested deeper comes from Twitch as it is, and is shown as one text. */
const MAX_DEPTH = 3;

/** Returns all fields of an event: the five of the log first, then what else it says. */
export function fieldsOf(event: StreamEvent): EventField[] {
  const { id, streamer_name, event_type, viewer_name, created_at, detail, found_at, ...rest } =
    event;
  const fields = {
    id,
    streamer_name,
    event_type,
    viewer_name,
    created_at: new Date(created_at).toISOString(),
    ...rest,
    ...(found_at !== undefined && { found_at: new Date(found_at).toISOString() }),
  };
  return [
    ...Object.entries(fields).map(([name, value]) => ({ name, value })),
    ...flattened('detail', detail, 0),
  ];
}

function flattened(name: string, value: unknown, depth: number): EventField[] {
  if (typeof value !== 'object' || value === null) return [{ name, value: plain(value) }];
  const entries = Object.entries(value);
  if (depth > 0 && entries.length === 0) return [{ name, value: null }];
  if (depth === MAX_DEPTH) return [{ name, value: JSON.stringify(value) }];
  return entries.flatMap(([key, part]) => flattened(`${name}.${key}`, part, depth + 1));
}

function plain(value: unknown): FieldValue {
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}
