import type { Connection } from '@/lib/domain/connection/connection';
import { LIMITS, type Problem } from '@/lib/domain/problem';
import type { SessionState } from '@/lib/twitch/eventsub/session/session';

/**
 * Returns a function that takes each state of a session and reports it as the connection status
 * that the user sees. The first attempt is `connecting`, every later one is `reconnecting`, and the
 * problem is shown until events arrive again.
 */
export function createConnectionStatus(
  changed: (connection: Connection) => void,
): (state: SessionState) => void {
  let lastProblem: Problem | null = null;
  return (state) => {
    switch (state.state) {
      case 'connecting':
      case 'subscribing':
        if (lastProblem === null) changed({ state: 'connecting' });
        return;
      case 'listening':
        lastProblem = null;
        return changed({ state: 'listening', problem: state.problem });
      case 'waiting':
        lastProblem = state.problem;
        return changed(
          isLasting(state.problem)
            ? { state: 'problem', problem: state.problem }
            : { state: 'reconnecting', problem: state.problem },
        );
    }
  };
}

/** Returns true if the connection itself works, and the problem will last for minutes. */
function isLasting(problem: Problem): boolean {
  return LIMITS.has(problem) || problem === 'nothing_allowed';
}
