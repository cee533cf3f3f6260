import { useState } from 'preact/hooks';
import type { Filter } from '@/lib/domain/filter/filter';
import { changeFilter, type Filtered } from '@/lib/settings/settings';

/** Changes what is filtered and how. */
export type FilterChange = (filtered: Filtered, change: (now: Filter) => Filter) => Promise<void>;

/** Changing a filter, and whether the browser would not keep the last change. */
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
