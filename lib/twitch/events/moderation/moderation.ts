import * as z from 'zod/mini';
import type { EventKind } from '@/lib/domain/event/event-kind';
import {
  flag,
  maybeText,
  message,
  secondsBetween,
  text,
  userFields,
  userOf,
  userOrNull,
  wordsOf,
} from '@/lib/twitch/payload/schema';
import { type Mappers, mapper } from '../mapper';

const user = userFields('user');
const moderator = userFields('moderator_user');
const byModerator = z.object({ ...user, ...moderator });

const ban = z.object({
  ...user,
  ...moderator,
  reason: text,
  banned_at: text,
  ends_at: maybeText,
  is_permanent: flag,
});

const resolved = z.object({
  ...user,
  ...moderator,
  // Twitch's two pages disagree on how the moderator is named.
  ...userFields('moderator'),
  resolution_text: text,
  status: text,
});

const warned = z.object({
  ...user,
  ...moderator,
  reason: text,
  chat_rules_cited: z.nullish(z.array(z.string())),
});

const suspicion = z.object({ ...user, ...moderator, low_trust_status: text });
const suspicious = z.object({ ...user, low_trust_status: text, message });

/** Kinds told by nothing but whom it concerns and who did it. */
type PlainKind = Extract<
  EventKind,
  'unban' | 'moderator_add' | 'moderator_remove' | 'vip_add' | 'vip_remove'
>;

const plain = (kind: PlainKind) =>
  mapper(byModerator, (event) => ({
    kind,
    viewer: userOf(event, 'user'),
    detail: { moderator: userOf(event, 'moderator_user') },
  }));

const shield = (kind: 'shield_on' | 'shield_off') =>
  mapper(z.object(moderator), (event) => ({
    kind,
    viewer: null,
    detail: { moderator: userOf(event, 'moderator_user') },
  }));

/** Moderation as moderators and the streamer can hear of it, each act by a type of its own. */
export const MODERATION_MAPPERS: Mappers = {
  'channel.ban': mapper(ban, ({ reason, banned_at, ends_at, ...event }) => {
    const viewer = userOf(event, 'user');
    const detail = { reason, moderator: userOf(event, 'moderator_user') };
    if (event.is_permanent || ends_at === null) return { kind: 'ban', viewer, detail };
    const seconds = secondsBetween(banned_at, ends_at);
    return { kind: 'timeout', viewer, detail: { ...detail, seconds } };
  }),
  'channel.unban': plain('unban'),
  'channel.moderator.add': plain('moderator_add'),
  'channel.moderator.remove': plain('moderator_remove'),
  'channel.vip.add': plain('vip_add'),
  'channel.vip.remove': plain('vip_remove'),
  'channel.shield_mode.begin': shield('shield_on'),
  'channel.shield_mode.end': shield('shield_off'),
  'channel.warning.send': mapper(warned, (event) => ({
    kind: 'warning',
    viewer: userOf(event, 'user'),
    detail: {
      reason: event.reason,
      rules: event.chat_rules_cited ?? [],
      moderator: userOf(event, 'moderator_user'),
    },
  })),
  'channel.warning.acknowledge': mapper(z.object(user), (event) => ({
    kind: 'warning_acknowledged',
    viewer: userOf(event, 'user'),
    detail: {},
  })),
  'channel.unban_request.create': mapper(z.object({ ...user, text }), (event) => ({
    kind: 'unban_request',
    viewer: userOf(event, 'user'),
    detail: { message: event.text },
  })),
  'channel.unban_request.resolve': mapper(resolved, (event) => ({
    kind: 'unban_request_resolved',
    viewer: userOf(event, 'user'),
    detail: {
      status: event.status,
      reason: event.resolution_text,
      moderator:
        userOf(event, 'moderator_user') ??
        userOrNull(event.moderator_id, event.moderator_login, event.moderator_name),
    },
  })),
  'channel.suspicious_user.update': mapper(suspicion, (event) => ({
    kind: 'suspicious_user',
    viewer: userOf(event, 'user'),
    detail: {
      status: event.low_trust_status,
      hasWritten: false,
      message: '',
      moderator: userOf(event, 'moderator_user'),
    },
  })),
  'channel.suspicious_user.message': mapper(suspicious, (event) => ({
    kind: 'suspicious_user',
    viewer: userOf(event, 'user'),
    detail: {
      status: event.low_trust_status,
      hasWritten: true,
      message: wordsOf(event.message),
      moderator: null,
    },
  })),
};
