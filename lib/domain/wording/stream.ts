import { isLiveBroadcast } from '../event/broadcast';
import type { EventOf } from '../event/event';
import type { KIND_GROUPS } from '../event/event-kind';
import { describeUpdate } from './channel';
import { type Describers, type Message, userParam } from './message';
import type { MessageKey } from './message-key';

/** Broadcasts that are not live, by Twitch's type. */
const BROADCASTS: ReadonlyMap<string, MessageKey> = new Map([
  ['playlist', 'event.not_live.playlist'],
  ['premiere', 'event.not_live.premiere'],
  ['rerun', 'event.not_live.rerun'],
  ['watch_party', 'event.not_live.watch_party'],
]);

function describeOnline({ streamer_name: streamer, detail }: EventOf<'stream_online'>): Message {
  const params = { streamer };
  if (isLiveBroadcast(detail)) return { message: 'event.stream_online', params };
  const message = BROADCASTS.get(detail.broadcastType ?? '') ?? 'event.not_live.unknown';
  return { message, params };
}

function describeAdBreak({ detail: { seconds } }: EventOf<'ad_break'>): Message {
  if (seconds <= 0) return { message: 'event.ad_break.untimed', params: {} };
  return { message: 'event.ad_break.timed', params: { duration: { seconds } } };
}

const SHARED_CHAT = {
  shared_chat_begin: {
    alone: 'event.shared_chat_begin.alone',
    one: 'event.shared_chat_begin.with',
    more: 'event.shared_chat_begin.with_more',
  },
  shared_chat_update: {
    alone: 'event.shared_chat_update.alone',
    one: 'event.shared_chat_update.with',
    more: 'event.shared_chat_update.with_more',
  },
} as const;

function describeSharedChat(
  event: EventOf<'shared_chat_begin'> | EventOf<'shared_chat_update'>,
): Message {
  const messages = SHARED_CHAT[event.event_type];
  const [first, ...rest] = event.detail.others;
  const streamer = event.streamer_name;
  if (first === undefined) return { message: messages.alone, params: { streamer } };
  const channel = userParam(first, 'someone.channel');
  if (rest.length === 0) return { message: messages.one, params: { streamer, channel } };
  const params = { streamer, channel, others: rest.length };
  return { message: messages.more, count: rest.length, params };
}

/** Describers of the stream kinds. */
export const STREAM_DESCRIBERS: Describers<(typeof KIND_GROUPS.stream)[number]> = {
  stream_online: describeOnline,
  stream_offline: (event) => ({
    message: 'event.stream_offline',
    params: { streamer: event.streamer_name },
  }),
  channel_update: ({ detail }) => describeUpdate(detail),
  ad_break: describeAdBreak,
  shared_chat_begin: describeSharedChat,
  shared_chat_update: describeSharedChat,
  shared_chat_end: (event) => ({
    message: 'event.shared_chat_end',
    params: { streamer: event.streamer_name },
  }),
};
