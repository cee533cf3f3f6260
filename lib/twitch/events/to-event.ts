import * as z from 'zod/mini';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { Notification } from '../payload/notification';
import { keptRaw } from '../payload/raw';
import { text } from '../payload/schema';
import { AD_MAPPERS } from './ads';
import { BITS_MAPPERS } from './bits';
import { CHANNEL_MAPPERS } from './channel';
import { CHAT_MESSAGE_MAPPERS } from './chat-message';
import { mapChatNotification } from './chat-notices/chat-notification';
import { FOLLOW_MAPPERS } from './follows';
import { buildEvent, type MapContext, type Mapper } from './mapper';
import { CHAT_MODERATION_MAPPERS } from './moderation/chat-moderation';
import { MODERATE_MAPPERS } from './moderation/moderate';
import { MODERATION_MAPPERS } from './moderation/moderation';
import { REDEMPTION_MAPPERS } from './redemptions';
import { REWARD_MAPPERS } from './rewards';
import { SHARED_CHAT_MAPPERS } from './shared-chat';
import { SHOUTOUT_MAPPERS } from './shoutouts';
import { mapStreamOffline, mapStreamOnline } from './stream';
import { SUBSCRIPTION_MAPPERS } from './subscriptions';
import { CHARITY_MAPPERS } from './together/charity';
import { GOAL_MAPPERS } from './together/goals';
import { HYPE_TRAIN_MAPPERS } from './together/hype-train';
import { POLL_MAPPERS } from './together/polls';
import { PREDICTION_MAPPERS } from './together/predictions';

/** Every type that is read. A map, because names come from outside. */
const MAPPERS: ReadonlyMap<string, Mapper> = new Map(
  Object.entries({
    'channel.chat.notification': mapChatNotification,
    ...CHAT_MESSAGE_MAPPERS,
    ...CHAT_MODERATION_MAPPERS,
    'stream.online': mapStreamOnline,
    'stream.offline': mapStreamOffline,
    ...CHANNEL_MAPPERS,
    ...AD_MAPPERS,
    ...SHARED_CHAT_MAPPERS,
    ...FOLLOW_MAPPERS,
    ...SHOUTOUT_MAPPERS,
    ...SUBSCRIPTION_MAPPERS,
    ...BITS_MAPPERS,
    ...REDEMPTION_MAPPERS,
    ...REWARD_MAPPERS,
    ...HYPE_TRAIN_MAPPERS,
    ...POLL_MAPPERS,
    ...PREDICTION_MAPPERS,
    ...GOAL_MAPPERS,
    ...CHARITY_MAPPERS,
    ...MODERATION_MAPPERS,
    ...MODERATE_MAPPERS,
  }),
);

/** Names of the EventSub types that are read. */
export const MAPPED_TYPES: readonly string[] = [...MAPPERS.keys()];

/** Types whose notifications are mostly not events, so that one not understood is dropped. */
const MOSTLY_CHATTER: ReadonlySet<string> = new Set(['channel.chat.message']);

/**
 * The event a notification tells, or `null` for one that is not recorded. A type or a shape nobody
 * here has heard of becomes `other`, with its payload kept: nothing Twitch says vanishes. Never throws.
 */
export function toEvent(notification: Notification, context: MapContext): StreamEvent | null {
  const type = notification.metadata.subscription_type;
  const event = MAPPERS.get(type)?.(notification, context) ?? null;
  if (event === 'ignored') return null;
  return event !== null || MOSTLY_CHATTER.has(type) ? event : mapOther(notification, context);
}

const otherSchema = z.object({
  broadcaster_user_name: text,
  system_message: text,
  user_id: text,
  user_login: text,
  user_name: text,
});

function mapOther(notification: Notification, context: MapContext): StreamEvent {
  const raw = notification.payload.event;
  const parsed = z.safeParse(otherSchema, raw);
  const named = parsed.success ? parsed.data : null;
  return buildEvent(notification, context, {
    kind: 'other',
    streamerName: named?.broadcaster_user_name || context.streamerName,
    viewer: named?.user_id
      ? { id: named.user_id, login: named.user_login, name: named.user_name }
      : null,
    detail: {
      message: '',
      noticeType: '',
      systemMessage: named?.system_message ?? '',
      raw: keptRaw(raw),
    },
  });
}
