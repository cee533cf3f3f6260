import { liveQuery } from 'dexie';

/** Runs `query` now and again whenever what it read has changed, in any context of the extension. */
export function watchQuery<Value>(
  query: () => Promise<Value>,
  onValue: (value: Value) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
  return () => subscription.unsubscribe();
}
