import { useLayoutEffect, useState } from 'preact/hooks';
import type { WxtStorageItem } from 'wxt/utils/storage';

type Item<Value> = WxtStorageItem<Value, Record<string, unknown>>;

/** Returns the current value of a stored item; `undefined` until it is read, and without an item. */
export function useStorageItem<Value>(item: Item<Value> | null): Value | undefined {
  const [state, setState] = useState<{ item: Item<Value>; value: Value }>();
  // Before the next paint: effects would read a frame later.
  useLayoutEffect(() => {
    if (item === null) return undefined;
    let isOutdated = false;
    const stop = item.watch((value) => {
      isOutdated = true;
      setState({ item, value });
    });
    item.getValue().then(
      (value) => {
        if (!isOutdated) setState({ item, value });
      },
      // After an update of the extension, an old content script cannot read. Its panel says so.
      () => undefined,
    );
    return () => {
      isOutdated = true;
      stop();
    };
  }, [item]);
  // The value of another item is none of this one.
  return state?.item === item ? state?.value : undefined;
}
