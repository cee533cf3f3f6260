import { browser } from 'wxt/browser';
import { DEFAULT_MOMENTS, type MomentSettings } from '@/lib/domain/view/moments';

/** What is stored. Another version may have stored more, or less. */
interface Stored {
  settings?: { moments?: { sizes?: Partial<Record<string, unknown>>; isByChannel?: unknown } };
}

/**
 * Returns what is a moment, by what is stored in `storage.sync`. The schema of `settings.ts` reads the
 * same, but is as large as the rest of the popup's settings together.
 */
function momentsIn({ settings }: Stored): MomentSettings {
  const { sizes: known } = DEFAULT_MOMENTS;
  const sizes = settings?.moments?.sizes;
  const sizeOf = (size: keyof typeof known): number => {
    const stored = sizes?.[size];
    return typeof stored === 'number' && stored > 0 ? stored : known[size];
  };
  return {
    sizes: { gifts: sizeOf('gifts'), viewers: sizeOf('viewers'), bits: sizeOf('bits') },
    isByChannel: settings?.moments?.isByChannel === true,
  };
}

/** Calls `onChange` with what is a moment, now and after every change. Returns a stop. */
export function watchSyncedMoments(onChange: (moments: MomentSettings) => void): () => void {
  const { sync } = browser.storage;
  let isStopped = false;
  const read = async (): Promise<void> => {
    const stored = await sync.get<Stored>('settings');
    if (!isStopped) onChange(momentsIn(stored));
  };
  // Without an answer, the sizes stay as they are.
  const onStored = () => void read().catch(() => undefined);
  sync.onChanged.addListener(onStored);
  onStored();
  return () => {
    isStopped = true;
    sync.onChanged.removeListener(onStored);
  };
}
