import type { EventOf } from '../event/event';
import { type Message, namedViewerParam, userParam } from './message';
import type { MessageKey } from './message-key';

/** Describes an event in another channel of a shared chat, in Twitch's words if there are any. */
export function describeSharedChat({
  detail: { systemMessage, source, raw },
  ...event
}: EventOf<'shared_chat'>): Message {
  if (systemMessage !== '') {
    return { message: 'event.shared_chat.said', params: { text: systemMessage } };
  }
  const channel = userParam(source, 'someone.channel');
  // Of a notice with an unknown type, its viewer is all that can be told.
  const viewer = raw === undefined ? null : namedViewerParam(event);
  return viewer === null
    ? { message: 'event.shared_chat.unsaid', params: { channel } }
    : { message: 'event.shared_chat.named', params: { viewer, channel } };
}

/** Messages that contain the title of the subject. */
const TITLED: ReadonlyMap<string, MessageKey> = new Map([
  ['custom_reward_add', 'event.other.reward_added'],
  ['custom_reward_update', 'event.other.reward_changed'],
  ['custom_reward_remove', 'event.other.reward_removed'],
]);

/** Messages without the subject, because blocked terms are unpleasant to read. */
const UNTITLED: ReadonlyMap<string, MessageKey> = new Map([
  ['add_blocked_term', 'event.other.term_blocked'],
  ['remove_blocked_term', 'event.other.term_unblocked'],
  ['add_permitted_term', 'event.other.term_permitted'],
  ['remove_permitted_term', 'event.other.term_unpermitted'],
]);

/**
 * Describes an event without a kind of its own: in Twitch's words, in our words, or by its type.
 */
export function describeOther(event: EventOf<'other'>): Message {
  const { systemMessage, noticeType, subject = '' } = event.detail;
  if (systemMessage !== '') return { message: 'event.other.said', params: { text: systemMessage } };
  const titled = TITLED.get(noticeType);
  if (titled !== undefined && subject !== '')
    return { message: titled, params: { title: subject } };
  const untitled = UNTITLED.get(noticeType);
  if (untitled !== undefined) return { message: untitled, params: {} };
  const type = noticeType || event.source_type;
  const viewer = namedViewerParam(event);
  return viewer === null
    ? { message: 'event.other.unnamed', params: { type } }
    : { message: 'event.other.named', params: { viewer, type } };
}
