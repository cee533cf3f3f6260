import { useState } from 'preact/hooks';
import { type Problem, problemOf } from '@/lib/domain/problem';

/** Returns a function that stores a change of the settings, and why the last was not stored. */
export function useChange(): {
  problem: Problem | null;
  store(change: () => Promise<void>): Promise<boolean>;
} {
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    problem,
    /** Returns true if the change is stored. */
    store: async (change) => {
      setProblem(null);
      try {
        await change();
        return true;
      } catch (error) {
        setProblem(problemOf(error));
        return false;
      }
    },
  };
}
