import type { EventOf } from '../event/event';
import type { ChatMode } from '../event/moderation';
import { areAllModes } from '../event/moderation';
import type { List, Message } from './message';
import type { MessageKey } from './message-key';

type Settings = EventOf<'chat_settings'>['detail'];

const MODES: Readonly<Record<ChatMode, MessageKey>> = {
  emote: 'chat_mode.emote',
  follower: 'chat_mode.follower',
  slow: 'chat_mode.slow',
  subscriber: 'chat_mode.subscriber',
  unique: 'chat_mode.unique',
};

function named(modes: readonly ChatMode[], join: 'and' | 'or'): List {
  return { list: modes.map((mode) => ({ message: MODES[mode] })), join };
}

/** Returns the modes that began and ended. Without the state before, the lists are the change. */
function changesOf({ on, off, before }: Settings) {
  if (before === undefined) return { began: on, ended: off };
  return {
    began: on.filter((mode) => !before.on.includes(mode)),
    ended: off.filter((mode) => before.on.includes(mode)),
  };
}

function isStateOnly({ on, off, before }: Settings): boolean {
  return before === undefined && areAllModes(on, off);
}

/** Describes what changed, or the modes that are on if nothing is known of before. */
export function describeChatSettings({ detail }: EventOf<'chat_settings'>): Message {
  if (isStateOnly(detail)) {
    return detail.on.length === 0
      ? { message: 'event.chat_settings.open', params: {} }
      : { message: 'event.chat_settings.state', params: { mode: named(detail.on, 'and') } };
  }
  const { began, ended } = changesOf(detail);
  const [on, off] = [named(began, 'and'), named(ended, 'or')];
  if (began.length > 0 && ended.length > 0) {
    return { message: 'event.chat_settings.changed', params: { on, off } };
  }
  if (began.length > 0) return { message: 'event.chat_settings.on', params: { mode: on } };
  if (ended.length > 0) return { message: 'event.chat_settings.off', params: { mode: off } };
  return { message: 'event.chat_settings.unknown', params: {} };
}

/** Describes the lengths of the modes that began, or whose length changed. */
export function describeModeLengths(detail: Settings): Message | null {
  const { on, slowSeconds, followerMinutes, before } = detail;
  const { began } = changesOf(detail);
  const isNew = (mode: ChatMode, length: number, lengthBefore: number | null | undefined) =>
    began.includes(mode) || (before !== undefined && on.includes(mode) && length !== lengthBefore);
  const lines: Message[] = [];
  if (slowSeconds && isNew('slow', slowSeconds, before?.slowSeconds)) {
    lines.push({ message: 'more.slow_mode', params: { duration: { seconds: slowSeconds } } });
  }
  if (followerMinutes && isNew('follower', followerMinutes, before?.followerMinutes)) {
    const duration = { seconds: followerMinutes * 60 };
    lines.push({ message: 'more.follower_mode', params: { duration } });
  }
  const [first, second] = lines;
  if (first === undefined || second === undefined) return first ?? null;
  return { message: 'more.both', params: { first, second } };
}
