import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_MOMENTS, type MomentSettings } from '@/lib/domain/view/moments';
import { watchSyncedMoments } from '@/lib/settings/popup/synced-moments';

/** Returns what is a moment by the user's settings; the default until they are read. */
export function useMoments(): MomentSettings {
  const [moments, setMoments] = useState(DEFAULT_MOMENTS);
  useEffect(() => watchSyncedMoments(setMoments), []);
  return moments;
}
