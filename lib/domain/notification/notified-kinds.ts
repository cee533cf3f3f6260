import type { EventKind } from '../event/event-kind';

/**
 * The kinds that are no choice of a notification, see `notificationChoiceOf`: the panel need not know
 * all of the choices.
 */
const NEVER_NOTIFIED: ReadonlySet<EventKind> = new Set([
  'sub_end',
  'bits_badge',
  'charity_progress',
  'charity_end',
  'unraid',
  'highlight',
  'watch_streak',
  'modiversary',
  'gifted_drops',
  'shared_chat_begin',
  'shared_chat_update',
  'shared_chat_end',
  'shared_chat',
  'hype_train_progress',
  'hype_train_end',
  'poll_progress',
  'poll_end',
  'prediction_progress',
  'prediction_lock',
  'prediction_end',
  'goal_begin',
  'goal_progress',
  'other',
]);

/** Returns true if the user can be notified of events of a kind. */
export function canBeNotified(kind: EventKind): boolean {
  return !NEVER_NOTIFIED.has(kind);
}
