import { OTHER_STREAMER, STREAMER, VIEWER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { personFields } from '../user-fields.ts';
import { type Fragment, messageBody } from './message-body.ts';
import { NOTICE_DEFAULTS } from './notice-defaults.ts';
import {
  NOTICE_KEYS,
  NOTICE_TYPES,
  type NoticePayloads,
  type NoticeType,
  plainNotice,
} from './notice-payloads.ts';
import { type Badge, sourceFields } from './shared-chat.ts';
import { SYSTEM_MESSAGES } from './system-message.ts';

type Payloads = {
  [K in NoticeType]?: K extends keyof NoticePayloads
    ? Partial<NoticePayloads[K]>
    : K extends `shared_chat_${infer P extends keyof NoticePayloads}`
      ? Partial<NoticePayloads[P]>
      : never;
};

/** Options of chatNotification; missing ones get the values of a plain example. */
export interface ChatNotificationOptions extends Payloads {
  /** A known type, or any unknown one. */
  notice_type: NoticeType | 'unknown' | (string & {});
  broadcaster?: Person;
  /** The acting user; null for an anonymous gift. */
  chatter?: Person | null;
  color?: string;
  badges?: readonly Badge[];
  message?: string | readonly Fragment[];
  message_id?: string;
  system_message?: string;
  /** The source channel of a shared notice. */
  source?: Person;
  is_source_only?: boolean | null;
  /** `null`: the keys of the other notices are null; `missing`: they are absent. */
  otherKeys?: 'null' | 'missing';
}

function isNoticeType(type: string): type is NoticeType {
  return (NOTICE_TYPES as readonly string[]).includes(type);
}

function payloadOf(type: NoticeType, options: ChatNotificationOptions): object {
  return { ...NOTICE_DEFAULTS[plainNotice(type)], ...options[type] };
}

function sentence(type: NoticeType, name: string, payload: object): string {
  // The payload has the matching type, but TypeScript cannot relate the lookups.
  const systemMessageOf = SYSTEM_MESSAGES[plainNotice(type)] as (
    name: string,
    notice: object,
  ) => string;
  return systemMessageOf(name, payload);
}

function noticeObjects(options: ChatNotificationOptions): EventShape {
  const { notice_type: type, otherKeys = 'null' } = options;
  const others = otherKeys === 'null' ? NOTICE_KEYS.map((key) => [key, null]) : [];
  const own = isNoticeType(type) ? { [type]: payloadOf(type, options) } : {};
  // Twitch sends the keys in a fixed order; spreading keeps the position of the first assignment.
  return { ...Object.fromEntries(others), ...own };
}

/** Returns the acting user; the default of a raid is the raider. */
function chatterOf({ notice_type, chatter }: ChatNotificationOptions): Person | null {
  return chatter === undefined ? (notice_type === 'raid' ? OTHER_STREAMER : VIEWER) : chatter;
}

function systemMessage(options: ChatNotificationOptions): string {
  const { notice_type: type } = options;
  const name = chatterOf(options)?.name ?? 'An anonymous gifter';
  if (!isNoticeType(type)) return `${name} did something new.`;
  return sentence(type, name, payloadOf(type, options));
}

function sourceOf({ notice_type, source }: ChatNotificationOptions): Person | null {
  return source ?? (notice_type.startsWith('shared_chat_') ? OTHER_STREAMER : null);
}

/** Returns the event of `channel.chat.notification`, with its keys in Twitch's order. */
export function chatNotification(options: ChatNotificationOptions): EventShape {
  const { badges = [], broadcaster = STREAMER, message_id = derivedId(options) } = options;
  const [chatter, source] = [chatterOf(options), sourceOf(options)];
  const fromSource = sourceFields(source, message_id, badges);
  return {
    ...personFields('broadcaster_user', broadcaster),
    ...personFields('source_broadcaster_user', source),
    ...personFields('chatter_user', chatter),
    chatter_is_anonymous: chatter === null,
    color: chatter === null ? '' : (options.color ?? '#8A2BE2'),
    badges,
    source_badges: fromSource.source_badges,
    system_message: options.system_message ?? systemMessage(options),
    message_id,
    source_message_id: fromSource.source_message_id,
    is_source_only: options.is_source_only ?? fromSource.is_source_only,
    message: messageBody(options.message),
    notice_type: options.notice_type,
    ...noticeObjects(options),
  };
}
