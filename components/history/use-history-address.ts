import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  type HistoryAddress,
  historySearch,
  readHistoryAddress,
} from '@/lib/domain/view/history-address';
import { keepWaitingPlace, placeOnWay } from './feed/place';
import type { GoTo } from './view-props';

/**
 * Returns what the address of this page says, and a function that goes on to another view. The
 * browser's buttons go back and forward.
 */
export function useHistoryAddress(): { address: HistoryAddress; go: GoTo } {
  const [address, setAddress] = useState(() => readHistoryAddress(location.search));

  useEffect(() => {
    const follow = (): void => setAddress(readHistoryAddress(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const go = useCallback<GoTo>((change, { isReplacing = false } = {}) => {
    // Who goes on right after scrolling comes back to the new place.
    keepWaitingPlace();
    // What was typed takes effect later: the address may have changed since the last rendering.
    const now = readHistoryAddress(location.search);
    const next = { ...now, ...change };
    const url = location.pathname + historySearch(next);
    const place = placeOnWay(now, next);
    if (isReplacing) history.replaceState(place, '', url);
    else history.pushState(place, '', url);
    setAddress(next);
  }, []);

  return { address, go };
}
