import { useLayoutEffect, useState } from 'preact/hooks';
import { type SyncedChoices, watchSyncedChoices } from '@/lib/settings/popup/synced-choices';

/** Returns the choices of an account for its streamers; `undefined` until they are read. */
export function useSyncedChoices(accountId: string): SyncedChoices | undefined {
  const [choices, setChoices] = useState<SyncedChoices>();
  // Before the next paint: effects would read a frame later.
  useLayoutEffect(() => watchSyncedChoices(accountId, setChoices), [accountId]);
  return choices;
}
