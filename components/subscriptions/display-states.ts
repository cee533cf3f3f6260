import type {
  ReportedSubscription,
  SubscriptionState,
} from '@/lib/domain/access/subscription-report';
import type { Connection } from '@/lib/domain/connection/connection';

const OUT_OF_REACH: ReadonlySet<SubscriptionState> = new Set(['needs_moderator', 'streamer_only']);

/**
 * The types as they are listed: what is out of reach is missed only when nothing else tells it, and
 * what was agreed with Twitch on a connection that is gone has to be agreed on anew.
 */
export function withDisplayStates(
  types: readonly ReportedSubscription[],
  connection: Connection,
): readonly ReportedSubscription[] {
  const heard = new Set(
    types.filter(({ state }) => state === 'listening').flatMap(({ taken }) => taken),
  );
  return types.map((received) => {
    const { state, kinds } = received;
    if (state === 'listening' && connection.state !== 'listening') {
      return { ...received, state: 'waiting' };
    }
    const isMissed = kinds.some((kind) => !heard.has(kind));
    return OUT_OF_REACH.has(state) && !isMissed
      ? { ...received, state: 'covered_by_other' }
      : received;
  });
}
