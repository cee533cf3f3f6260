import type { Message } from '../wording/message';
import { type NotificationChoice, type NotificationRules, SIZE_OF_CHOICE } from './choices';

/** What has become of the wish to be notified of events. */
export interface NotifyReply {
  /** Says it to the user. */
  message: Message;
  /** What takes it back; empty if nothing has changed. */
  undo: { isOn?: false; all?: false };
}

/**
 * Says that the user is notified of such events, and from which size on. `isFirst` is true if
 * until now nobody was notified of anything.
 */
export function chosenMessage(
  choice: NotificationChoice,
  { least }: NotificationRules,
  isFirst: boolean,
): Message {
  if (isFirst) return { message: 'notification.switched_on', params: {} };
  const size = SIZE_OF_CHOICE[choice];
  const count = size === undefined ? 0 : least[size];
  if (size === undefined || count <= 1) return { message: 'notification.chosen', params: {} };
  return { message: `notification.chosen_from.${size}`, count, params: { count } };
}
