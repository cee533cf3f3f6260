import type { EventOf } from '../event/event';
import type { KIND_GROUPS } from '../event/event-kind';
import { describeChatSettings } from './chat-settings';
import { type Describers, type Message, viewerParam } from './message';
import type { MessageKey } from './message-key';

/** Describes an event by a message that needs only the name of the viewer. */
const withViewer = (message: MessageKey) => (event: Parameters<typeof viewerParam>[0]) => ({
  message,
  params: { viewer: viewerParam(event) },
});

const RESOLUTIONS: ReadonlyMap<string, MessageKey> = new Map([
  ['approved', 'event.unban_request_resolved.approved'],
  ['denied', 'event.unban_request_resolved.denied'],
  ['canceled', 'event.unban_request_resolved.canceled'],
]);

const SUSPICIONS: ReadonlyMap<string, MessageKey> = new Map([
  // Twitch sends `no_treatment`, although its reference says `none`.
  ['no_treatment', 'event.suspicious_user.cleared'],
  ['none', 'event.suspicious_user.cleared'],
  ['active_monitoring', 'event.suspicious_user.monitored'],
  ['restricted', 'event.suspicious_user.restricted'],
]);

function describeTimeout(event: EventOf<'timeout'>): Message {
  const { seconds } = event.detail;
  const params = { viewer: viewerParam(event) };
  // It may have ended before Twitch reported it. Then its length is unknown.
  if (seconds === null || seconds <= 0) return { message: 'event.timeout.untimed', params };
  return { message: 'event.timeout.timed', params: { ...params, duration: { seconds } } };
}

function describeSuspicious(event: EventOf<'suspicious_user'>): Message {
  const { status, hasWritten } = event.detail;
  const message = hasWritten
    ? 'event.suspicious_user.wrote'
    : (SUSPICIONS.get(status) ?? 'event.suspicious_user.unknown');
  return { message, params: { viewer: viewerParam(event) } };
}

/**
 * Describers of the moderation kinds. They leave out reasons and judgments, so that a list of
 * events does not shame a viewer.
 */
export const MODERATION_DESCRIBERS: Describers<(typeof KIND_GROUPS.moderation)[number]> = {
  chat_clear: () => ({ message: 'event.chat_clear', params: {} }),
  user_messages_cleared: withViewer('event.user_messages_cleared'),
  message_delete: withViewer('event.message_delete'),
  ban: withViewer('event.ban'),
  timeout: describeTimeout,
  unban: withViewer('event.unban'),
  warning: withViewer('event.warning'),
  warning_acknowledged: withViewer('event.warning_acknowledged'),
  unban_request: withViewer('event.unban_request'),
  unban_request_resolved: (event) => ({
    message: RESOLUTIONS.get(event.detail.status) ?? 'event.unban_request_resolved.unknown',
    params: { viewer: viewerParam(event) },
  }),
  suspicious_user: describeSuspicious,
  moderator_add: withViewer('event.moderator_add'),
  moderator_remove: withViewer('event.moderator_remove'),
  vip_add: withViewer('event.vip_add'),
  vip_remove: withViewer('event.vip_remove'),
  chat_settings: describeChatSettings,
  shield_on: () => ({ message: 'event.shield_on', params: {} }),
  shield_off: () => ({ message: 'event.shield_off', params: {} }),
};
