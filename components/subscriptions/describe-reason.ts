import { PROBLEMS } from '@/lib/domain/problem';
import type { Spoken, TextKey } from '@/lib/i18n/text';

/** Twitch's words for why it ended something, as far as they are known. */
const REASONS: ReadonlyMap<string, TextKey> = new Map([
  ['authorization_revoked', 'receiving.reason.authorization_revoked'],
  ['user_removed', 'receiving.reason.user_removed'],
  ['moderator_removed', 'receiving.reason.moderator_removed'],
  ['chat_user_banned', 'receiving.reason.chat_user_banned'],
  ['version_removed', 'receiving.reason.version_removed'],
]);

/** Why a type is not heard: a sentence of ours, or Twitch's own words where there is none. */
export function describeReason(reason: string): Spoken {
  const message = REASONS.get(reason);
  if (message !== undefined) return { message, params: {} };
  const problem = PROBLEMS.find((name) => name === reason);
  return problem === undefined
    ? { message: 'receiving.reason.unnamed', params: { reason } }
    : { message: `problem.${problem}`, params: {} };
}
