import * as z from 'zod/mini';
import type { StreamEvent } from '@/lib/domain/event';
import type { Notification } from '../eventsub/frame';
import { mapChannelUpdate, mapRaidOut } from './channel';
import { mapChatMessage } from './chat-message';
import { mapChatNotification } from './chat-notification';
import { buildEvent, type MapContext, type Mapper } from './mapper';
import { text } from './schema';
import { mapStreamOffline, mapStreamOnline } from './stream';

const MAPPERS: ReadonlyMap<string, Mapper> = new Map<string, Mapper>([
  ['channel.chat.notification', mapChatNotification],
  ['channel.chat.message', mapChatMessage],
  ['stream.online', mapStreamOnline],
  ['stream.offline', mapStreamOffline],
  ['channel.update', mapChannelUpdate],
  ['channel.raid', mapRaidOut],
]);

/** Types whose notifications are mostly not events, so that one not understood is dropped. */
const MOSTLY_CHATTER: ReadonlySet<string> = new Set(['channel.chat.message']);

/**
 * The event a notification tells, or `null` for one that is not recorded. A type or a shape nobody
 * here has heard of becomes `other`, with its payload kept: nothing Twitch says vanishes. Never throws.
 */
export function toEvent(notification: Notification, context: MapContext): StreamEvent | null {
  const type = notification.metadata.subscription_type;
  const event = MAPPERS.get(type)?.(notification, context) ?? null;
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
    detail: { message: '', noticeType: '', systemMessage: named?.system_message ?? '', raw },
  });
}
