import { browser } from 'wxt/browser';
import { DEFAULT_FILTER, FILTER_CHOICES, type Filter } from '@/lib/domain/filter/filter';
import type { MomentSizes } from '@/lib/domain/view/emphasis';
import { DEFAULT_MOMENTS, type MomentSettings } from '@/lib/domain/view/moments';

/** What the popup has to know of the user's choices for the streamers of the list. */
export interface SyncedChoices {
  /** The filter of the lists, for all streamers without one of their own. */
  filter: Filter;
  /** Returns the filter of the list of a streamer. */
  filterOf(streamerId: string): Filter;
  /** Returns true if the cheers of a streamer are recorded, though it is not the favorite. */
  recordsCheers(streamerId: string): boolean;
  /** What a moment is. */
  moments: MomentSettings;
}

/** A filter as stored. Another version may have stored more, or less. */
type StoredFilter = Partial<Omit<Filter, 'least'>> & { least?: Partial<Filter['least']> };
type StoredFilters = { feed?: StoredFilter } | null;
type StoredMoments = { sizes?: Partial<Record<keyof MomentSizes, unknown>>; isByChannel?: unknown };
type Stored = Partial<Record<string, unknown>>;
interface StoredStreamer {
  id?: string;
  choices?: { recordsCheers?: unknown; filters?: StoredFilters };
}

/**
 * Returns the choices in what is stored in `storage.sync`. The schemas of `settings.ts` and
 * `roster.ts` read the same, but are as large as the rest of the popup's settings together.
 */
function choicesIn(accountId: string, stored: Stored): SyncedChoices {
  const settings = stored['settings'] as
    | { filters?: StoredFilters; moments?: StoredMoments | null }
    | undefined;
  const filter = readableFilter(settings?.filters?.feed);
  const favorite = stored[`favorite:${accountId}`] as StoredStreamer | undefined;
  const choicesOf = (streamerId: string) => {
    const other = stored[`other:${accountId}:${streamerId}`] as StoredStreamer | undefined;
    return (favorite?.id === streamerId ? favorite : other)?.choices;
  };
  return {
    filter,
    filterOf: (streamerId) => {
      const own = choicesOf(streamerId)?.filters?.feed;
      return own === undefined ? filter : readableFilter(own);
    },
    recordsCheers: (streamerId) => choicesOf(streamerId)?.recordsCheers === true,
    moments: readableMoments(settings?.moments),
  };
}

function readableFilter(stored: StoredFilter = {}): Filter {
  const hidden = Array.isArray(stored.hidden) ? stored.hidden : [];
  return {
    ...DEFAULT_FILTER,
    ...stored,
    hidden: hidden.filter((choice) => Object.hasOwn(FILTER_CHOICES, choice)),
    least: { ...DEFAULT_FILTER.least, ...stored.least },
  };
}

function readableMoments(stored: StoredMoments | null | undefined): MomentSettings {
  const size = (name: keyof MomentSizes) => {
    const value = stored?.sizes?.[name];
    return typeof value === 'number' && value > 0 ? value : DEFAULT_MOMENTS.sizes[name];
  };
  return {
    sizes: { gifts: size('gifts'), viewers: size('viewers'), bits: size('bits') },
    isByChannel: stored?.isByChannel === true,
  };
}

/** Calls `onChange` with the choices of an account, now and after every change. Returns a stop. */
export function watchSyncedChoices(
  accountId: string,
  onChange: (choices: SyncedChoices) => void,
): () => void {
  const { sync } = browser.storage;
  let isStopped = false;
  const read = async (): Promise<void> => {
    const stored = await sync.get();
    if (!isStopped) onChange(choicesIn(accountId, stored));
  };
  // Without an answer, the choices stay as they are.
  const onStored = () => void read().catch(() => undefined);
  sync.onChanged.addListener(onStored);
  onStored();
  return () => {
    isStopped = true;
    sync.onChanged.removeListener(onStored);
  };
}
