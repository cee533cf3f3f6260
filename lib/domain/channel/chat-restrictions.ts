import type { StreamEvent } from '../event/event';
import { areAllModes, CHAT_MODES, type ChatMode, type ChatRestrictions } from '../event/moderation';

/**
 * Returns the restrictions on chatting after an event; `undefined` if the event does not change
 * them, or changes one of them while the others are unknown.
 */
export function restrictionsAfter(
  event: StreamEvent,
  before: ChatRestrictions | undefined,
): ChatRestrictions | undefined {
  if (event.event_type !== 'chat_settings') return undefined;
  const { on, off, slowSeconds, followerMinutes } = event.detail;
  if (before === undefined && !areAllModes(on, off)) return undefined;
  const stays = (mode: ChatMode) => before?.on.includes(mode) === true && !off.includes(mode);
  const modes = CHAT_MODES.filter((mode) => on.includes(mode) || stays(mode));
  const lengthOf = (mode: ChatMode, length: number | null, lengthBefore: number | null = null) =>
    modes.includes(mode) ? (length ?? lengthBefore) : null;
  return {
    on: modes,
    slowSeconds: lengthOf('slow', slowSeconds, before?.slowSeconds),
    followerMinutes: lengthOf('follower', followerMinutes, before?.followerMinutes),
  };
}
