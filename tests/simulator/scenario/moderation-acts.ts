import { chatClearUserMessages, chatMessageDelete } from '../shapes/chat/chat-clearing.ts';
import { chatSettingsUpdate } from '../shapes/chat/chat-settings.ts';
import type { EventShape } from '../shapes/event-shape.ts';
import { channelBan } from '../shapes/moderation/ban.ts';
import { channelModerate } from '../shapes/moderation/moderate.ts';
import { teamChange } from '../shapes/moderation/team.ts';
import { warningAcknowledge, warningSend } from '../shapes/moderation/warning.ts';
import { moment } from '../shapes/moments.ts';
import { MODERATOR } from '../world/people/accounts.ts';
import type { Person } from '../world/people/person.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';

/*
 * Chat, the team and the streamer each hear of these in their own way, by types and ids of their own.
 */

interface Moderated {
  action: string;
  user?: Person;
  details?: EventShape;
}

/** As the team hears it, a moment after chat. */
function tellTeam({ event }: Stage, seconds: number, moderated: Moderated): void {
  const shape = channelModerate({ moderator: MODERATOR, ...moderated });
  event(seconds + 0.2, 'channel.moderate', shape);
}

/** A timeout of ten minutes. */
export const timeOut: Act = (stage, seconds) => {
  const [user, ends_at] = [stage.nextViewer(), moment(seconds + 600)];
  const reason = 'spoilers';
  const cleared = chatClearUserMessages({ target: user });
  stage.event(seconds, 'channel.chat.clear_user_messages', cleared);
  const details = { reason, expires_at: ends_at };
  tellTeam(stage, seconds, { action: 'timeout', user, details });
  const banned_at = moment(seconds);
  const ban = channelBan({ moderator: MODERATOR, user, reason, banned_at, ends_at });
  stage.event(seconds + 0.4, 'channel.ban', ban);
};

/** A message that goes, its writer stays. */
export const deleteMessage: Act = (stage, seconds) => {
  const [user, message_id] = [stage.nextViewer(), stage.random.uuid()];
  const deleted = chatMessageDelete({ target: user, message_id });
  stage.event(seconds, 'channel.chat.message_delete', deleted);
  tellTeam(stage, seconds, { action: 'delete', user, details: { message_id } });
};

/** Slow mode, for so many seconds. */
export function slowMode(duration: number): Act {
  return (stage, seconds) => {
    const settings = 'channel.chat_settings.update';
    stage.event(seconds, settings, chatSettingsUpdate({ slow_mode_wait_time_seconds: 30 }));
    tellTeam(stage, seconds, { action: 'slow' });
    stage.event(seconds + duration, settings, chatSettingsUpdate());
    tellTeam(stage, seconds + duration, { action: 'slowoff' });
  };
}

/** A warning, which its viewer has to acknowledge before they may write again. */
export const warn: Act = (stage, seconds) => {
  const [user, reason] = [stage.nextViewer(), 'no backseat gaming, please'];
  tellTeam(stage, seconds, { action: 'warn', user, details: { reason } });
  const sent = warningSend({ moderator: MODERATOR, user, reason });
  stage.event(seconds + 0.4, 'channel.warning.send', sent);
  stage.event(seconds + 40, 'channel.warning.acknowledge', warningAcknowledge({ user }));
};

/** Thanks to somebody who is always there. */
export const newVip: Act = (stage, seconds) => {
  const user = stage.nextViewer();
  tellTeam(stage, seconds, { action: 'vip', user });
  stage.event(seconds + 0.4, 'channel.vip.add', teamChange({ user }));
};
