import * as z from 'zod/mini';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { Notification } from '@/lib/twitch/payload/notification';
import { keptRaw } from '@/lib/twitch/payload/raw';
import {
  broadcaster,
  flag,
  maybeText,
  sourceBroadcaster,
  text,
  userOrNull,
  words,
} from '@/lib/twitch/payload/schema';
import { buildEvent, type MapContext } from '../mapper';
import { readNotice } from './notices';

const schema = z.object({
  ...broadcaster,
  ...sourceBroadcaster,
  chatter_user_id: maybeText,
  chatter_user_login: maybeText,
  chatter_user_name: maybeText,
  chatter_is_anonymous: flag,
  system_message: text,
  message: words,
  notice_type: z.string(),
});

type ChatNotice = z.infer<typeof schema>;

const SHARED = 'shared_chat_';

/** Whether a message was written in another channel of a shared chat. */
export function isFromElsewhere(source: string | null, streamerId: string): source is string {
  return source !== null && source !== streamerId;
}

/** `channel.chat.notification`: everything chat announces, from a sub to a watch streak. */
export function mapChatNotification(
  notification: Notification,
  context: MapContext,
): StreamEvent | null {
  const parsed = z.safeParse(schema, notification.payload.event);
  if (!parsed.success) return null;
  const event = parsed.data;
  const chatter = event.chatter_is_anonymous ? null : chatterOf(event);
  const common = { streamerName: event.broadcaster_user_name };
  if (isShared(event, context)) {
    const detail = { ...said(event), source: sourceOf(event) };
    return buildEvent(notification, context, {
      ...common,
      kind: 'shared_chat',
      viewer: chatter,
      detail,
    });
  }
  const body = notification.payload.event[event.notice_type];
  const { viewer = chatter, ...parts } = readNotice(event.notice_type, body, event.message) ?? {
    kind: 'other' as const,
    detail: { ...said(event), raw: keptRaw(notification.payload.event) },
  };
  return buildEvent(notification, context, { ...common, ...parts, viewer });
}

function isShared(event: ChatNotice, context: MapContext): boolean {
  return (
    event.notice_type.startsWith(SHARED) ||
    isFromElsewhere(event.source_broadcaster_user_id, context.streamerId)
  );
}

function chatterOf(event: ChatNotice) {
  return userOrNull(event.chatter_user_id, event.chatter_user_login, event.chatter_user_name);
}

function sourceOf(event: ChatNotice) {
  return {
    id: event.source_broadcaster_user_id,
    login: event.source_broadcaster_user_login,
    name: event.source_broadcaster_user_name,
  };
}

function said({ message, notice_type, system_message }: ChatNotice) {
  return { message, noticeType: notice_type, systemMessage: system_message };
}
