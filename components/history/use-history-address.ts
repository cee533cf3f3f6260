import { useEffect, useState } from 'preact/hooks';
import {
  type HistoryAddress,
  historySearch,
  readHistoryAddress,
} from '@/lib/domain/view/history-address';

/**
 * Returns what the address of this page says, and a function that goes on to another view. The
 * browser's buttons go back and forward.
 */
export function useHistoryAddress() {
  const [address, setAddress] = useState(() => readHistoryAddress(location.search));

  useEffect(() => {
    const follow = (): void => setAddress(readHistoryAddress(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  function go(change: Partial<HistoryAddress>): void {
    const next = { ...address, ...change };
    history.pushState(null, '', location.pathname + historySearch(next));
    setAddress(next);
  }

  return { address, go };
}
