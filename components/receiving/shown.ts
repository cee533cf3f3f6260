import type { Connection } from '@/lib/domain/connection';
import type { ReceivedType, TypeState } from '@/lib/domain/receiving';

const OUT_OF_REACH: ReadonlySet<TypeState> = new Set(['needs_moderator', 'streamer_only']);

/**
 * The types as they are listed: what is out of reach is missed only when nothing else tells it, and
 * what was agreed with Twitch on a connection that is gone has to be agreed on anew.
 */
export function shownTypes(
  types: readonly ReceivedType[],
  connection: Connection,
): readonly ReceivedType[] {
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
