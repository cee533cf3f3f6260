import { useState } from 'preact/hooks';
import type { Filter } from '@/lib/domain/filter/filter';
import { changeFilter, type Filtered } from '@/lib/settings/settings';

/** Changes the filter of the lists or of the badge. */
export type FilterChange = (
  filtered: Filtered,
  change: (filter: Filter) => Filter,
) => Promise<void>;

/** Returns a function that changes a filter; `hasFailed` if the last change was not stored. */
export function useFilterChange(): { change: FilterChange; hasFailed: boolean } {
  const [hasFailed, setHasFailed] = useState(false);
  return {
    hasFailed,
    change: async (filtered, change) => {
      try {
        await changeFilter(filtered, change);
        setHasFailed(false);
      } catch {
        setHasFailed(true);
      }
    },
  };
}
