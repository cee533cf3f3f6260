import * as z from 'zod/mini';
import type { ChatMode } from '@/lib/domain/event/moderation';
import type { User } from '@/lib/domain/event/user';
import {
  broadcaster,
  list,
  maybeCount,
  needed,
  objectOrEmpty,
  text,
} from '@/lib/twitch/payload/fields';
import { rawPayload } from '@/lib/twitch/payload/raw-payload';
import { sourceBroadcaster } from '@/lib/twitch/payload/shared-chat-source';
import { secondsBetween } from '@/lib/twitch/payload/timestamp';
import { userFields, userOf, userOrUnknown } from '@/lib/twitch/payload/users';
import { type EventParts, type Mapper, type Mappers, notificationEvent } from '../mapper';

const schema = z.object({
  ...broadcaster,
  ...sourceBroadcaster,
  ...userFields('moderator_user'),
  action: needed.text,
});

/** The fields of every action's own object. Each object has only some of them. */
const objectSchema = z.object({
  ...userFields('user'),
  reason: text,
  expires_at: text,
  chat_rules_cited: list(z.string()),
  moderator_message: text,
  follow_duration_minutes: maybeCount,
  wait_time_seconds: maybeCount,
});

interface Action {
  /** The object of the payload that is named after the action. */
  object: z.infer<typeof objectSchema>;
  /** The viewer that the action is about. */
  viewer: User | null;
  moderator: User | null;
  /** Timestamp of the notification. */
  sentAt: string;
}

type ActionReader = (action: Action) => EventParts | 'ignored';

const userAction =
  (
    kind:
      | 'unban'
      | 'message_delete'
      | 'moderator_add'
      | 'moderator_remove'
      | 'vip_add'
      | 'vip_remove',
  ): ActionReader =>
  ({ viewer, moderator }) => ({ kind, viewer, detail: { moderator } });

const unbanRequestResolved =
  (status: 'approved' | 'denied'): ActionReader =>
  ({ viewer, moderator, object }) => ({
    kind: 'unban_request_resolved',
    viewer,
    detail: { status, reason: object.moderator_message, moderator },
  });

const chatMode =
  (mode: ChatMode, isOn: boolean): ActionReader =>
  ({ moderator, object }) => ({
    kind: 'chat_settings',
    viewer: null,
    detail: {
      moderator,
      on: isOn ? [mode] : [],
      off: isOn ? [] : [mode],
      slowSeconds: object.wait_time_seconds,
      followerMinutes: object.follow_duration_minutes,
    },
  });

/** Raids are recorded from chat notices and `channel.raid`, which every viewer receives. */
const raid: ActionReader = () => 'ignored';

/** The key of the action's own object and its reader, by action. */
const ACTIONS: ReadonlyMap<string, readonly [key: string, read: ActionReader]> = new Map([
  [
    'ban',
    [
      'ban',
      ({ viewer, moderator, object: { reason } }) => ({
        kind: 'ban',
        viewer,
        detail: { moderator, reason },
      }),
    ],
  ],
  [
    'timeout',
    [
      'timeout',
      ({ viewer, moderator, sentAt, object: { reason, expires_at } }) => ({
        kind: 'timeout',
        viewer,
        detail: { moderator, reason, seconds: secondsBetween(sentAt, expires_at) },
      }),
    ],
  ],
  [
    'warn',
    [
      'warn',
      ({ viewer, moderator, object: { reason, chat_rules_cited } }) => ({
        kind: 'warning',
        viewer,
        detail: { moderator, reason, rules: chat_rules_cited },
      }),
    ],
  ],
  ['clear', ['', ({ moderator }) => ({ kind: 'chat_clear', viewer: null, detail: { moderator } })]],
  ['unban', ['unban', userAction('unban')]],
  ['untimeout', ['untimeout', userAction('unban')]],
  ['delete', ['delete', userAction('message_delete')]],
  ['mod', ['mod', userAction('moderator_add')]],
  ['unmod', ['unmod', userAction('moderator_remove')]],
  ['vip', ['vip', userAction('vip_add')]],
  ['unvip', ['unvip', userAction('vip_remove')]],
  ['approve_unban_request', ['unban_request', unbanRequestResolved('approved')]],
  ['deny_unban_request', ['unban_request', unbanRequestResolved('denied')]],
  ['raid', ['raid', raid]],
  ['unraid', ['unraid', raid]],
  ['emoteonly', ['', chatMode('emote', true)]],
  ['emoteonlyoff', ['', chatMode('emote', false)]],
  ['followers', ['followers', chatMode('follower', true)]],
  ['followersoff', ['', chatMode('follower', false)]],
  ['slow', ['slow', chatMode('slow', true)]],
  ['slowoff', ['', chatMode('slow', false)]],
  ['subscribers', ['', chatMode('subscriber', true)]],
  ['subscribersoff', ['', chatMode('subscriber', false)]],
  ['uniquechat', ['', chatMode('unique', true)]],
  ['uniquechatoff', ['', chatMode('unique', false)]],
] satisfies [string, readonly [string, ActionReader]][]);

/** Prefix of actions in another channel of a shared chat. */
const SHARED_CHAT_PREFIX = 'shared_chat_';

const mapModerate: Mapper = (notification, context) => {
  const { event } = notification.payload;
  const parsed = z.safeParse(schema, event);
  if (!parsed.success) return null;
  const { action, broadcaster_user_name: streamerName } = parsed.data;
  const common = { message: '', noticeType: action, systemMessage: '' };
  const moderator = userOf(parsed.data, 'moderator_user');
  if (action.startsWith(SHARED_CHAT_PREFIX)) {
    const source = userOrUnknown(parsed.data, 'source_broadcaster_user');
    return notificationEvent(notification, context, {
      kind: 'shared_chat',
      streamerName,
      viewer: moderator,
      detail: { ...common, source },
    });
  }
  const [key = '', read] = ACTIONS.get(action) ?? [];
  if (read === undefined) {
    return notificationEvent(notification, context, {
      kind: 'other',
      streamerName,
      viewer: moderator,
      detail: { ...common, raw: rawPayload(event) },
    });
  }
  const object = z.parse(objectSchema, objectOrEmpty(event[key]));
  const parts = read({
    object,
    viewer: userOf(object, 'user'),
    moderator,
    sentAt: notification.metadata.message_timestamp,
  });
  return parts === 'ignored'
    ? parts
    : notificationEvent(notification, context, { ...parts, streamerName });
};

/**
 * Mapper of `channel.moderate`, which reports every action of moderators. An action without a kind
 * of its own becomes an event of kind `other`:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelmoderate-v2
 */
export const CHANNEL_MODERATE_MAPPERS: Mappers = { 'channel.moderate': mapModerate };
