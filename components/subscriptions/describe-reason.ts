import { PROBLEMS } from '@/lib/domain/problem';
import type { Message } from '@/lib/domain/wording/message';
import type { MessageKey } from '@/lib/domain/wording/message-key';

/** Messages for Twitch's statuses of ended subscriptions. */
const REASONS: ReadonlyMap<string, MessageKey> = new Map([
  ['authorization_revoked', 'receiving.reason.authorization_revoked'],
  ['user_removed', 'receiving.reason.user_removed'],
  ['moderator_removed', 'receiving.reason.moderator_removed'],
  ['chat_user_banned', 'receiving.reason.chat_user_banned'],
  ['version_removed', 'receiving.reason.version_removed'],
]);

/**
 * Returns a message for why a subscription is not active. An unknown reason is shown in Twitch's
 * own words. https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
 */
export function describeReason(reason: string): Message {
  const message = REASONS.get(reason);
  if (message !== undefined) return { message, params: {} };
  const problem = PROBLEMS.find((name) => name === reason);
  return problem === undefined
    ? { message: 'receiving.reason.unnamed', params: { reason } }
    : { message: `problem.${problem}`, params: {} };
}
