import type { Connection } from '@/lib/domain/connection/connection';
import { LIMITS, type Problem } from '@/lib/domain/problem';
import type { SessionState } from '@/lib/twitch/eventsub/session/session';

/** A stage of the connection: that of its session, and whether anything is received. */
export type ConnectionStage =
  | Exclude<SessionState, { state: 'listening' }>
  /** `problem` is the reason why some events of the most important streamer are not received. */
  | { state: 'listening'; problem: Problem | null };

/**
 * Returns a function that takes each stage of a connection and reports it as the connection status
 * that the user sees. The first attempt is `connecting`, every later one is `reconnecting`, and the
 * problem is shown until events arrive again.
 */
export function createConnectionStatus(
  changed: (connection: Connection) => void,
): (stage: ConnectionStage) => void {
  let lastProblem: Problem | null = null;
  return (stage) => {
    switch (stage.state) {
      case 'connecting':
      case 'subscribing':
        if (lastProblem === null) changed({ state: 'connecting' });
        return;
      case 'listening':
        lastProblem = null;
        return changed({ state: 'listening', problem: stage.problem });
      case 'waiting':
        lastProblem = stage.problem;
        return changed(
          isLasting(stage.problem)
            ? { state: 'problem', problem: stage.problem }
            : { state: 'reconnecting', problem: stage.problem },
        );
    }
  };
}

/** Returns true if the connection itself works, and the problem will last for minutes. */
function isLasting(problem: Problem): boolean {
  return LIMITS.has(problem) || problem === 'nothing_allowed';
}
