/** An event as it goes over the wire. */
export type EventShape = Record<string, unknown>;

function isObject(value: unknown): value is EventShape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function edit(event: EventShape, path: string, apply: (owner: EventShape, key: string) => void) {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return apply(event, key);
  const inner = event[key];
  if (isObject(inner)) edit(inner, rest.join('.'), apply);
}

/** The same event without those keys; a dot leads into an inner object. */
export function withoutKeys(event: EventShape, ...paths: string[]): EventShape {
  const copy = structuredClone(event);
  for (const path of paths) edit(copy, path, (owner, key) => void delete owner[key]);
  return copy;
}

/** The same event with null under those keys; a dot leads into an inner object. */
export function withNull(event: EventShape, ...paths: string[]): EventShape {
  const copy = structuredClone(event);
  for (const path of paths) edit(copy, path, (owner, key) => void (owner[key] = null));
  return copy;
}
