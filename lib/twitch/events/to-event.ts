import * as z from 'zod/mini';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { User } from '@/lib/domain/event/user';
import { flag, maybeText, text } from '../payload/fields';
import type { Notification } from '../payload/notification';
import { rawPayload } from '../payload/raw-payload';
import { userFields, userOf } from '../payload/users';
import { AD_MAPPERS } from './ads';
import { BITS_MAPPERS } from './bits';
import { CHANNEL_UPDATE_MAPPERS } from './channel-update';
import { CHAT_MESSAGE_MAPPERS } from './chat-message';
import { mapChatNotification } from './chat-notices/chat-notification';
import { CUSTOM_REWARD_MAPPERS } from './custom-rewards';
import { FOLLOW_MAPPERS } from './follows';
import { type MapContext, type Mapper, notificationEvent } from './mapper';
import { BAN_MAPPERS } from './moderation/bans';
import { CHANNEL_MODERATE_MAPPERS } from './moderation/channel-moderate';
import { CHAT_MODERATION_MAPPERS } from './moderation/chat-moderation';
import { MODERATOR_AND_VIP_MAPPERS } from './moderation/moderators-and-vips';
import { SHIELD_MODE_MAPPERS } from './moderation/shield-mode';
import { SUSPICIOUS_USER_MAPPERS } from './moderation/suspicious-users';
import { UNBAN_REQUEST_MAPPERS } from './moderation/unban-requests';
import { WARNING_MAPPERS } from './moderation/warnings';
import { RAID_MAPPERS } from './raids';
import { REDEMPTION_MAPPERS } from './redemptions';
import { SHARED_CHAT_MAPPERS } from './shared-chat';
import { SHOUTOUT_MAPPERS } from './shoutouts';
import { STREAM_MAPPERS } from './stream';
import { SUB_MAPPERS } from './subs';
import { CHARITY_MAPPERS } from './together/charity';
import { GOAL_MAPPERS } from './together/goals';
import { HYPE_TRAIN_MAPPERS } from './together/hype-train';
import { POLL_MAPPERS } from './together/polls';
import { PREDICTION_MAPPERS } from './together/predictions';

/** Mappers by EventSub type. A map, because type names from outside may be names like `__proto__`. */
const MAPPERS: ReadonlyMap<string, Mapper> = new Map(
  Object.entries({
    'channel.chat.notification': mapChatNotification,
    ...CHAT_MESSAGE_MAPPERS,
    ...CHAT_MODERATION_MAPPERS,
    ...STREAM_MAPPERS,
    ...CHANNEL_UPDATE_MAPPERS,
    ...RAID_MAPPERS,
    ...AD_MAPPERS,
    ...SHARED_CHAT_MAPPERS,
    ...FOLLOW_MAPPERS,
    ...SHOUTOUT_MAPPERS,
    ...SUB_MAPPERS,
    ...BITS_MAPPERS,
    ...REDEMPTION_MAPPERS,
    ...CUSTOM_REWARD_MAPPERS,
    ...HYPE_TRAIN_MAPPERS,
    ...POLL_MAPPERS,
    ...PREDICTION_MAPPERS,
    ...GOAL_MAPPERS,
    ...CHARITY_MAPPERS,
    ...BAN_MAPPERS,
    ...MODERATOR_AND_VIP_MAPPERS,
    ...SHIELD_MODE_MAPPERS,
    ...WARNING_MAPPERS,
    ...UNBAN_REQUEST_MAPPERS,
    ...SUSPICIOUS_USER_MAPPERS,
    ...CHANNEL_MODERATE_MAPPERS,
  }),
);

/** The EventSub types that have a mapper. */
export const MAPPED_TYPES: readonly string[] = [...MAPPERS.keys()];

/**
 * Returns the event of a notification, or `null` if it is not recorded on purpose. A notification of
 * an unknown type or with an unknown payload becomes an event of kind `other` that keeps the payload.
 */
export function toEvent(notification: Notification, context: MapContext): StreamEvent | null {
  const type = notification.metadata.subscription_type;
  const map = MAPPERS.get(type);
  const event = map?.(notification, context) ?? null;
  if (event === 'ignored') return null;
  if (event !== null) return event;
  if (map !== undefined) context.payloadUnreadable?.();
  return mapOther(notification, context);
}

const otherSchema = z.object({
  broadcaster_user_name: maybeText,
  system_message: text,
  chatter_is_anonymous: flag,
  is_anonymous: flag,
  ...userFields('user'),
  ...userFields('chatter_user'),
});

/** Returns the viewer whom a payload of an unknown type or form names. */
function viewerOf(payload: z.infer<typeof otherSchema>): User | null {
  if (payload.is_anonymous || payload.chatter_is_anonymous) return null;
  return userOf(payload, 'user') ?? userOf(payload, 'chatter_user');
}

function mapOther(notification: Notification, context: MapContext): StreamEvent {
  const { event: payload } = notification.payload;
  const known = z.parse(otherSchema, payload);
  return notificationEvent(notification, context, {
    kind: 'other',
    streamerName: known.broadcaster_user_name,
    viewer: viewerOf(known),
    detail: {
      message: '',
      noticeType: '',
      systemMessage: known.system_message,
      raw: rawPayload(payload),
    },
  });
}
