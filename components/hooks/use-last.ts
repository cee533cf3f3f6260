import { useState } from 'preact/hooks';

/** Returns the last value that was there: it stays while another one is read. */
export function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(() => value);
  if (value === undefined) return last;
  if (value !== last) setLast(() => value);
  return value;
}
