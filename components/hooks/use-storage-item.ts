import { useEffect, useState } from 'preact/hooks';
import type { WxtStorageItem } from 'wxt/utils/storage';

/** Returns the current value of a stored item; `undefined` until it is read. */
export function useStorageItem<Value>(
  item: WxtStorageItem<Value, Record<string, unknown>>,
): Value | undefined {
  const [state, setState] = useState<{ value: Value }>();
  useEffect(() => {
    let isOutdated = false;
    const stop = item.watch((value) => {
      isOutdated = true;
      setState({ value });
    });
    item.getValue().then(
      (value) => {
        if (!isOutdated) setState({ value });
      },
      // After an update of the extension, an old content script cannot read. Its panel says so.
      () => undefined,
    );
    return () => {
      isOutdated = true;
      stop();
    };
  }, [item]);
  return state?.value;
}
