import { useEffect, useState } from 'preact/hooks';
import type { WxtStorageItem } from 'wxt/utils/storage';

/** A stored item and what becomes of it; `undefined` until it was read. */
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
      // A script left behind by an update of the extension can't read; its panel says so itself.
      () => undefined,
    );
    return () => {
      isOutdated = true;
      stop();
    };
  }, [item]);
  return state?.value;
}
