import type { User } from './user';

interface Moderated {
  /** The moderator who acted; `null` if Twitch does not name them. */
  moderator: User | null;
}

interface Reasoned extends Moderated {
  /** The text that the moderator wrote; may be empty. It is stored, but lists do not show it. */
  reason: string;
}

/** Restrictions on chatting. */
export const CHAT_MODES = ['emote', 'follower', 'slow', 'subscriber', 'unique'] as const;

/** One of {@link CHAT_MODES}. */
export type ChatMode = (typeof CHAT_MODES)[number];

/** All restrictions on chatting in a channel. A length is `null` while its mode is off. */
export interface ChatRestrictions {
  on: ChatMode[];
  slowSeconds: number | null;
  followerMinutes: number | null;
}

/**
 * Details of the moderation kinds. The `viewer` of the event is the user that the moderator acted
 * on.
 */
export interface ModerationDetails {
  chat_clear: Moderated;
  user_messages_cleared: Moderated;
  message_delete: Moderated;
  ban: Reasoned;
  /** `seconds` is `null` if Twitch does not report the end of the timeout. */
  timeout: Reasoned & { seconds: number | null };
  unban: Moderated;
  warning: Reasoned & { rules: string[] };
  warning_acknowledged: Record<string, never>;
  /** `message`: the text that the viewer wrote to the moderators. */
  unban_request: { message: string };
  /** `status`: `approved`, `denied` or `canceled`. An open list. */
  unban_request_resolved: Reasoned & { status: string };
  suspicious_user: Moderated & {
    /**
     * The treatment: `no_treatment`, `active_monitoring`, `restricted`, or `none`, which is only
     * documented. An open list.
     */
    status: string;
    /**
     * True if the event reports a chat message of the viewer, and not a change of the treatment.
     */
    hasWritten: boolean;
    message: string;
  };
  moderator_add: Moderated;
  moderator_remove: Moderated;
  vip_add: Moderated;
  vip_remove: Moderated;
  chat_settings: Moderated & {
    /** Modes known to be on. Modes in neither list are unknown. */
    on: ChatMode[];
    /** Modes known to be off. */
    off: ChatMode[];
    slowSeconds: number | null;
    followerMinutes: number | null;
    /** The restrictions before; absent if they were not known, or if the lists are the change. */
    before?: ChatRestrictions;
  };
  shield_on: Moderated;
  shield_off: Moderated;
}

/** Returns true if the lists name every mode, so that they are the whole state of the chat. */
export function areAllModes(on: readonly ChatMode[], off: readonly ChatMode[]): boolean {
  return CHAT_MODES.every((mode) => on.includes(mode) || off.includes(mode));
}
