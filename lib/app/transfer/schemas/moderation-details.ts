import * as z from 'zod/mini';
import { CHAT_MODES } from '@/lib/domain/event/moderation';
import { count, listOf, text, user } from './fields';

const by = { moderator: z.nullable(user) };
const moderated = z.strictObject(by);
const reasoned = { ...by, reason: text };
const modes = listOf(z.enum(CHAT_MODES));
const lengths = { slowSeconds: z.nullable(count), followerMinutes: z.nullable(count) };

/** The details of the kinds of moderation. */
export const MODERATION = {
  chat_clear: moderated,
  user_messages_cleared: moderated,
  message_delete: moderated,
  ban: z.strictObject(reasoned),
  timeout: z.strictObject({ ...reasoned, seconds: z.nullable(count) }),
  unban: moderated,
  warning: z.strictObject({ ...reasoned, rules: listOf(text) }),
  warning_acknowledged: z.strictObject({}),
  unban_request: z.strictObject({ message: text }),
  unban_request_resolved: z.strictObject({ ...reasoned, status: text }),
  suspicious_user: z.strictObject({ ...by, status: text, hasWritten: z.boolean(), message: text }),
  moderator_add: moderated,
  moderator_remove: moderated,
  vip_add: moderated,
  vip_remove: moderated,
  chat_settings: z.strictObject({
    ...by,
    ...lengths,
    on: modes,
    off: modes,
    before: z.exactOptional(z.strictObject({ ...lengths, on: modes })),
  }),
  shield_on: moderated,
  shield_off: moderated,
};
