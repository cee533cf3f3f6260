import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Roster } from '@/lib/domain/roster/roster';
import { onRosterChange, readRoster } from '@/lib/settings/roster';

/** A roster as it is stored. */
interface StoredRoster {
  /** `undefined` until it is read, and while nobody is signed in. */
  roster: Roster | undefined;
  /** Reads the roster again, for somebody who knows that it has just changed. */
  reread(): Promise<void>;
}

/** Returns the roster of an account and follows its changes, also those of other computers. */
export function useRoster(accountId: string | undefined): StoredRoster {
  const [stored, setStored] = useState<{ accountId: string; roster: Roster }>();
  const reread = useCallback(async () => {
    if (accountId === undefined) return;
    const roster = await readRoster(accountId);
    setStored({ accountId, roster });
  }, [accountId]);
  useEffect(() => {
    void reread();
    return onRosterChange(() => void reread());
  }, [reread]);
  return { roster: stored?.accountId === accountId ? stored?.roster : undefined, reread };
}
