import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  onUnsavedSettings,
  parseSettings,
  type Settings,
  settingsItem,
  withUnsavedSettings,
} from '@/lib/settings/settings';
import { useStorageItem } from './use-storage-item';

/**
 * Returns the current settings, with what the user has just chosen on this page; `undefined` until
 * they are read.
 */
export function useSettings(): Settings | undefined {
  const stored = useStorageItem(settingsItem);
  const [unsaved, setUnsaved] = useState(0);
  useEffect(() => onUnsavedSettings(() => setUnsaved((count) => count + 1)), []);
  return useMemo(
    () => (stored === undefined ? undefined : withUnsavedSettings(parseSettings(stored))),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- unsaved changes are kept elsewhere
    [stored, unsaved],
  );
}
