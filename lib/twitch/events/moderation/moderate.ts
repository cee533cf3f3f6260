import * as z from 'zod/mini';
import type { ChatMode } from '@/lib/domain/event/moderation';
import type { User } from '@/lib/domain/event/user';
import { keptRaw } from '@/lib/twitch/payload/raw';
import {
  broadcaster,
  flag,
  maybeCount,
  secondsBetween,
  sourceBroadcaster,
  text,
  userFields,
  userOf,
  userOrUnknown,
} from '@/lib/twitch/payload/schema';
import { notificationEvent, type Mapper, type Mappers, type EventParts } from '../mapper';

const schema = z.object({
  ...broadcaster,
  ...sourceBroadcaster,
  ...userFields('moderator_user'),
  action: z.string(),
});

/** What the objects of the actions have, whichever it is; all of it may be missing. */
const objectSchema = z.object({
  ...userFields('user'),
  reason: text,
  expires_at: text,
  chat_rules_cited: z.nullish(z.array(z.string())),
  is_approved: flag,
  moderator_message: text,
  follow_duration_minutes: maybeCount,
  wait_time_seconds: maybeCount,
});

interface Act {
  /** What the action's own object says. */
  object: z.infer<typeof objectSchema>;
  viewer: User | null;
  moderator: User | null;
  /** When Twitch sent it. */
  sentAt: string;
}

type Read = (act: Act) => EventParts | 'ignored';

const plain =
  (
    kind:
      | 'unban'
      | 'message_delete'
      | 'moderator_add'
      | 'moderator_remove'
      | 'vip_add'
      | 'vip_remove',
  ): Read =>
  ({ viewer, moderator }) => ({ kind, viewer, detail: { moderator } });

const request: Read = ({ viewer, moderator, object }) => ({
  kind: 'unban_request_resolved',
  viewer,
  detail: {
    status: object.is_approved ? 'approved' : 'denied',
    reason: object.moderator_message,
    moderator,
  },
});

const mode =
  (name: ChatMode, isOn: boolean): Read =>
  ({ moderator, object }) => ({
    kind: 'chat_settings',
    viewer: null,
    detail: {
      moderator,
      on: isOn ? [name] : [],
      off: isOn ? [] : [name],
      slowSeconds: object.wait_time_seconds,
      followerMinutes: object.follow_duration_minutes,
    },
  });

/** Chat and `channel.raid` tell of raids, to everybody. */
const raid: Read = () => 'ignored';

/** How the actions are read that have a kind, each by the key of its own object. */
const ACTIONS: ReadonlyMap<string, readonly [key: string, read: Read]> = new Map([
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
        detail: { moderator, reason, rules: chat_rules_cited ?? [] },
      }),
    ],
  ],
  ['clear', ['', ({ moderator }) => ({ kind: 'chat_clear', viewer: null, detail: { moderator } })]],
  ['unban', ['unban', plain('unban')]],
  ['untimeout', ['untimeout', plain('unban')]],
  ['delete', ['delete', plain('message_delete')]],
  ['mod', ['mod', plain('moderator_add')]],
  ['unmod', ['unmod', plain('moderator_remove')]],
  ['vip', ['vip', plain('vip_add')]],
  ['unvip', ['unvip', plain('vip_remove')]],
  ['approve_unban_request', ['unban_request', request]],
  ['deny_unban_request', ['unban_request', request]],
  ['raid', ['raid', raid]],
  ['unraid', ['unraid', raid]],
  ['emoteonly', ['', mode('emote', true)]],
  ['emoteonlyoff', ['', mode('emote', false)]],
  ['followers', ['followers', mode('follower', true)]],
  ['followersoff', ['', mode('follower', false)]],
  ['slow', ['slow', mode('slow', true)]],
  ['slowoff', ['', mode('slow', false)]],
  ['subscribers', ['', mode('subscriber', true)]],
  ['subscribersoff', ['', mode('subscriber', false)]],
  ['uniquechat', ['', mode('unique', true)]],
  ['uniquechatoff', ['', mode('unique', false)]],
] satisfies [string, readonly [string, Read]][]);

/** Acts in other channels of a shared chat are named with this before the act. */
const SHARED = 'shared_chat_';

const mapModerate: Mapper = (notification, context) => {
  const { event } = notification.payload;
  const parsed = z.safeParse(schema, event);
  if (!parsed.success) return null;
  const { action, broadcaster_user_name: streamerName } = parsed.data;
  const said = { message: '', noticeType: action, systemMessage: '' };
  const moderator = userOf(parsed.data, 'moderator_user');
  if (action.startsWith(SHARED)) {
    const source = userOrUnknown(parsed.data, 'source_broadcaster_user');
    return notificationEvent(notification, context, {
      kind: 'shared_chat',
      streamerName,
      viewer: moderator,
      detail: { ...said, source },
    });
  }
  const [key = '', read] = ACTIONS.get(action) ?? [];
  const object = z.safeParse(objectSchema, event[key] ?? {});
  if (read === undefined || !object.success) {
    return notificationEvent(notification, context, {
      kind: 'other',
      streamerName,
      viewer: moderator,
      detail: { ...said, raw: keptRaw(event) },
    });
  }
  const parts = read({
    object: object.data,
    viewer: userOf(object.data, 'user'),
    moderator,
    sentAt: notification.metadata.message_timestamp,
  });
  return parts === 'ignored'
    ? parts
    : notificationEvent(notification, context, { ...parts, streamerName });
};

/** All that moderators do, by one type: what it names has a kind, or is told as `other`. */
export const MODERATE_MAPPERS: Mappers = { 'channel.moderate': mapModerate };
