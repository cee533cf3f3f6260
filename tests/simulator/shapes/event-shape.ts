/** An event as Twitch sends it. */
export type EventShape = Record<string, unknown>;

type Change = (owner: EventShape, key: string) => void;

function isObject(value: unknown): value is EventShape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the objects of a value: all objects of a list, or the object itself. */
function objectsAt(value: unknown): EventShape[] {
  return [value].flat().filter(isObject);
}

function edit(event: EventShape, path: string, change: Change): void {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return change(event, key);
  for (const inner of objectsAt(event[key])) edit(inner, rest.join('.'), change);
}

function edited(event: EventShape, paths: readonly string[], change: Change): EventShape {
  const copy = structuredClone(event);
  for (const path of paths) edit(copy, path, change);
  return copy;
}

/**
 * Returns a copy of the event without those keys. A dot in a path leads into an inner object, or
 * into all objects of a list.
 */
export function withoutKeys(event: EventShape, ...paths: string[]): EventShape {
  return edited(event, paths, (owner, key) => void delete owner[key]);
}

/** Returns a copy of the event with null under those keys; paths work as in `withoutKeys`. */
export function withNull(event: EventShape, ...paths: string[]): EventShape {
  return edited(event, paths, (owner, key) => void (owner[key] = null));
}

/** Returns true if the event has a value other than null at a path. */
export function isFilled(event: EventShape, path: string): boolean {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return event[key] !== undefined && event[key] !== null;
  return objectsAt(event[key]).some((inner) => isFilled(inner, rest.join('.')));
}

function extended(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(extended);
  if (!isObject(value)) return value;
  const known = Object.entries(value).map(([key, inner]) => [key, extended(inner)]);
  return { ...Object.fromEntries(known), brand_new_key: { value: 1 } };
}

/** Returns a copy of the event with an unknown key in every object. */
export function withNewKeys(event: EventShape): EventShape {
  return { ...event, ...objectsAt(extended(event))[0] };
}
