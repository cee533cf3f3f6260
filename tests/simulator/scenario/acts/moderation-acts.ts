import { chatClearUserMessages, chatMessageDelete } from '../../shapes/chat/chat-clearing.ts';
import { chatSettingsUpdate } from '../../shapes/chat/chat-settings.ts';
import type { EventShape } from '../../shapes/event-shape.ts';
import { channelBan } from '../../shapes/moderation/ban.ts';
import { channelModerate } from '../../shapes/moderation/moderate.ts';
import { teamChange } from '../../shapes/moderation/team.ts';
import { warningAcknowledge, warningSend } from '../../shapes/moderation/warning.ts';
import { moment } from '../../shapes/moments.ts';
import { MODERATOR } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import type { Script } from '../script.ts';
import type { Act } from './act.ts';

// Twitch reports each of these acts by several types: to chat, to moderators and to the streamer.

interface Moderated {
  action: string;
  user?: Person;
  details?: EventShape;
}

/** Adds the event for moderators, a moment after the one for chat. */
function reportToModerators({ event }: Script, seconds: number, moderated: Moderated): void {
  const shape = channelModerate({ moderator: MODERATOR, ...moderated });
  event(seconds + 0.2, 'channel.moderate', shape);
}

/** A timeout for ten minutes. */
export const timeOut: Act = (script, seconds) => {
  const [user, ends_at] = [script.nextViewer(), moment(seconds + 600)];
  const reason = 'spoilers';
  const cleared = chatClearUserMessages({ target: user });
  script.event(seconds, 'channel.chat.clear_user_messages', cleared);
  const details = { reason, expires_at: ends_at };
  reportToModerators(script, seconds, { action: 'timeout', user, details });
  const banned_at = moment(seconds);
  const ban = channelBan({ moderator: MODERATOR, user, reason, banned_at, ends_at });
  script.event(seconds + 0.4, 'channel.ban', ban);
};

/** The deletion of one message. */
export const deleteMessage: Act = (script, seconds) => {
  const [user, message_id] = [script.nextViewer(), script.random.uuid()];
  const deleted = chatMessageDelete({ target: user, message_id });
  script.event(seconds, 'channel.chat.message_delete', deleted);
  reportToModerators(script, seconds, { action: 'delete', user, details: { message_id } });
};

/** Slow mode for that many seconds. */
export function slowMode(duration: number): Act {
  return (script, seconds) => {
    const settings = 'channel.chat_settings.update';
    script.event(seconds, settings, chatSettingsUpdate({ slow_mode_wait_time_seconds: 30 }));
    reportToModerators(script, seconds, { action: 'slow' });
    script.event(seconds + duration, settings, chatSettingsUpdate());
    reportToModerators(script, seconds + duration, { action: 'slowoff' });
  };
}

/** A warning; the viewer must acknowledge it before they can write again. */
export const warn: Act = (script, seconds) => {
  const [user, reason] = [script.nextViewer(), 'no backseat gaming, please'];
  reportToModerators(script, seconds, { action: 'warn', user, details: { reason } });
  const sent = warningSend({ moderator: MODERATOR, user, reason });
  script.event(seconds + 0.4, 'channel.warning.send', sent);
  script.event(seconds + 40, 'channel.warning.acknowledge', warningAcknowledge({ user }));
};

/** A viewer becomes a VIP. */
export const newVip: Act = (script, seconds) => {
  const user = script.nextViewer();
  reportToModerators(script, seconds, { action: 'vip', user });
  script.event(seconds + 0.4, 'channel.vip.add', teamChange({ user }));
};
