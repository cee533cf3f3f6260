import type { Connection } from '@/lib/domain/connection/connection';
import { LIMITS, type Problem } from '@/lib/domain/problem';
import type { SessionState } from '@/lib/twitch/eventsub/session/session';

/**
 * Tells a session's states as a connection for the user: the first attempt connects, every later one
 * reconnects, and the reason stays until events come again.
 */
export function createConnectionStatus(
  tell: (connection: Connection) => void,
): (state: SessionState) => void {
  let lastProblem: Problem | null = null;
  return (state) => {
    switch (state.state) {
      case 'connecting':
      case 'subscribing':
        if (lastProblem === null) tell({ state: 'connecting' });
        return;
      case 'listening':
        lastProblem = null;
        return tell({ state: 'listening', problem: state.problem });
      case 'waiting':
        lastProblem = state.problem;
        return tell(
          isLasting(state.problem)
            ? { state: 'problem', problem: state.problem }
            : { state: 'reconnecting', problem: state.problem },
        );
    }
  };
}

/** Whether a problem is none of the connection's own, and not over in a moment. */
function isLasting(problem: Problem): boolean {
  return LIMITS.has(problem) || problem === 'nothing_allowed';
}
