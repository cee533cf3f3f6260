import type { User } from './user';

interface Moderated {
  /** Who did it; `null` where Twitch doesn't say. */
  moderator: User | null;
}

interface Reasoned extends Moderated {
  /** What the moderator wrote; empty for nothing. Kept for moderators, and not told in lists. */
  reason: string;
}

/** Restrictions on who may write in chat, and how. */
export const CHAT_MODES = ['emote', 'follower', 'slow', 'subscriber', 'unique'] as const;

/** One of {@link CHAT_MODES}. */
export type ChatMode = (typeof CHAT_MODES)[number];

/** Details of what moderators do. Who acts as `viewer` is whom it concerns. */
export interface ModerationDetails {
  chat_clear: Moderated;
  user_messages_cleared: Moderated;
  message_delete: Moderated;
  ban: Reasoned;
  /** `seconds` is `null` where Twitch doesn't tell its end. */
  timeout: Reasoned & { seconds: number | null };
  unban: Moderated;
  warning: Reasoned & { rules: string[] };
  warning_acknowledged: Record<string, never>;
  /** `message`: what the viewer wrote to the moderators. */
  unban_request: { message: string };
  /** `status`: `approved`, `denied`, `canceled`. Open. */
  unban_request_resolved: Reasoned & { status: string };
  suspicious_user: Moderated & {
    /** What moderators chose: `none`, `active_monitoring`, `restricted`. Open. */
    status: string;
    /** Set where it is not a choice that is told, but that the viewer wrote. */
    hasWritten: boolean;
    message: string;
  };
  moderator_add: Moderated;
  moderator_remove: Moderated;
  vip_add: Moderated;
  vip_remove: Moderated;
  chat_settings: Moderated & {
    /** Modes known to be on, and known to be off; of others nothing was said. */
    on: ChatMode[];
    off: ChatMode[];
    slowSeconds: number | null;
    followerMinutes: number | null;
  };
  shield_on: Moderated;
  shield_off: Moderated;
}
