import { useMemo } from 'preact/hooks';
import { parseSettings, type Settings, settingsItem } from '@/lib/settings/settings';
import { useStorageItem } from './use-storage-item';

/** Returns the current settings; `undefined` until they are read. */
export function useSettings(): Settings | undefined {
  const stored = useStorageItem(settingsItem);
  return useMemo(() => (stored === undefined ? undefined : parseSettings(stored)), [stored]);
}
