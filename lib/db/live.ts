import { liveQuery } from 'dexie';

/**
 * Runs `query` now, and again after each change of the data that it read, in any context of the
 * extension. Returns a function that stops it.
 */
export function watchQuery<Value>(
  query: () => Promise<Value>,
  onValue: (value: Value) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
  return () => subscription.unsubscribe();
}
