import { useState } from 'preact/hooks';
import type { Filter } from '@/lib/domain/filter/filter';
import { type Problem, problemOf } from '@/lib/domain/problem';
import { changeFilter, type Filtered } from '@/lib/settings/settings';

/** Changes the filter of the lists or of the badge. */
export type FilterChange = (
  filtered: Filtered,
  change: (filter: Filter) => Filter,
) => Promise<void>;

/** Returns a function that changes a filter, and why the last change was not stored. */
export function useFilterChange(): { change: FilterChange; problem: Problem | null } {
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    problem,
    change: async (filtered, change) => {
      try {
        await changeFilter(filtered, change);
        setProblem(null);
      } catch (error) {
        setProblem(problemOf(error));
      }
    },
  };
}
