import * as z from 'zod/mini';
import type { StreamEvent } from '@/lib/domain/event/event';
import { broadcaster, flag, needed, text } from '@/lib/twitch/payload/fields';
import { messageText } from '@/lib/twitch/payload/message-text';
import type { Notification } from '@/lib/twitch/payload/notification';
import { rawPayload } from '@/lib/twitch/payload/raw-payload';
import { isFromOtherChannel, sourceBroadcaster } from '@/lib/twitch/payload/shared-chat-source';
import { userFields, userOf, userOrUnknown } from '@/lib/twitch/payload/users';
import { type MapContext, notificationEvent } from '../mapper';
import type { NoticeParts } from './notice-reader';
import { isKnownNotice, readNotice } from './read-notice';
import { readUndocumentedNotice } from './undocumented-notices';

const schema = z.object({
  ...broadcaster,
  ...sourceBroadcaster,
  ...userFields('chatter_user'),
  chatter_is_anonymous: flag,
  system_message: text,
  message: messageText,
  notice_type: needed.text,
});

type ChatNotice = z.infer<typeof schema>;

const SHARED_CHAT_PREFIX = 'shared_chat_';

/**
 * Maps `channel.chat.notification`, which reports everything that chat announces, from a sub to a
 * watch streak. The body of a notice is in the field that is named after the notice type:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelchatnotification
 */
export function mapChatNotification(
  notification: Notification,
  context: MapContext,
): StreamEvent | null {
  const { event: payload } = notification.payload;
  const parsed = z.safeParse(schema, payload);
  if (!parsed.success) return null;
  const notice = parsed.data;
  const chatter = notice.chatter_is_anonymous ? null : userOf(notice, 'chatter_user');
  const streamerName = notice.broadcaster_user_name;
  if (isShared(notice, context)) {
    return notificationEvent(notification, context, {
      kind: 'shared_chat',
      streamerName,
      viewer: chatter,
      detail: {
        ...commonDetail(notice),
        source: userOrUnknown(notice, 'source_broadcaster_user'),
        ...(!isKnownNotice(plainType(notice)) && { raw: rawPayload(payload) }),
      },
    });
  }
  const body = payload[notice.notice_type];
  const read = readNotice(notice.notice_type, body, notice.message);
  if (read === null && isKnownNotice(notice.notice_type)) context.payloadUnreadable?.();
  const { viewer, ...parts } = read ?? readUnknown(notice, payload);
  return notificationEvent(notification, context, {
    ...parts,
    streamerName,
    viewer: viewer ?? chatter,
  });
}

function isShared(notice: ChatNotice, context: MapContext): boolean {
  return (
    notice.notice_type.startsWith(SHARED_CHAT_PREFIX) ||
    isFromOtherChannel(notice.source_broadcaster_user_id, context.streamerId)
  );
}

/** Returns the notice type that a notice of another channel of a shared chat has there. */
function plainType({ notice_type: type }: ChatNotice): string {
  return type.startsWith(SHARED_CHAT_PREFIX) ? type.slice(SHARED_CHAT_PREFIX.length) : type;
}

function readUnknown(notice: ChatNotice, payload: unknown): NoticeParts {
  const { notice_type: type, system_message: systemMessage, message } = notice;
  const raw = rawPayload(payload);
  return (
    readUndocumentedNotice({ type, systemMessage, message, raw }) ?? {
      kind: 'other',
      detail: { ...commonDetail(notice), raw },
    }
  );
}

function commonDetail({ message, notice_type, system_message }: ChatNotice) {
  return { message, noticeType: notice_type, systemMessage: system_message };
}
