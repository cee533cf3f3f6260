import type { Problem } from '@/lib/domain/problem';
import { CHAT_NOTICES, type PlannedSubscription } from './plan';

/** Where a planned subscription of a session stands. */
export type Standing =
  | { standing: 'enabled' }
  /** It will be requested soon. */
  | { standing: 'pending' }
  /** Twitch has refused or revoked it. */
  | { standing: 'refused' }
  /** Twitch has delayed it. It will be requested again. */
  | { standing: 'delayed'; problem: Problem };

/** Returns the standing of a planned subscription, by its key. */
export type StandingOf = (key: string) => Standing;

/** Returns true if none of the subscriptions has to be awaited, and some of them are enabled. */
export function isComplete(
  subscriptions: readonly PlannedSubscription[],
  standingOf: StandingOf,
): boolean {
  const standings = new Set(subscriptions.map(({ key }) => standingOf(key).standing));
  return standings.has('enabled') && !standings.has('pending');
}

/** Returns true if nothing is received by any of the subscriptions, and none has to be awaited. */
export function isHopeless(
  subscriptions: readonly PlannedSubscription[],
  standingOf: StandingOf,
): boolean {
  const standings = new Set(subscriptions.map(({ key }) => standingOf(key).standing));
  return !standings.has('enabled') && !standings.has('pending');
}

/** Returns why some of the subscriptions are missing: a delay by Twitch, or a chat that is refused. */
export function problemOfSubscriptions(
  subscriptions: readonly PlannedSubscription[],
  standingOf: StandingOf,
): Problem | null {
  const standings = subscriptions.map(({ type, key }) => ({ type, ...standingOf(key) }));
  const delayed = standings.find((entry) => entry.standing === 'delayed');
  if (delayed !== undefined) return delayed.problem;
  const isChatRefused = standings.some(
    ({ type, standing }) => type === CHAT_NOTICES && standing === 'refused',
  );
  return isChatRefused ? 'chat_refused' : null;
}
