import type { Condition } from './subscriptions.ts';

/** An event as somebody asked to send it. */
export interface Publication {
  type: string;
  version?: string | undefined;
  /** Limits delivery to subscriptions with these values, whatever the event says. */
  condition?: Condition | undefined;
  event: Readonly<Record<string, unknown>>;
  message_id?: string | undefined;
  message_timestamp?: string | undefined;
}

type Event = Publication['event'];

/** These types tell a user about their own doings; elsewhere `user_id` names who listens. */
const ABOUT_THE_USER: ReadonlySet<string> = new Set([
  'user.update',
  'user.whisper.message',
  'channel.chat.user_message_hold',
  'channel.chat.user_message_update',
]);

function rewardId({ reward, custom_power_up, id }: Event): unknown {
  for (const owner of [reward, custom_power_up]) {
    if (typeof owner === 'object' && owner !== null && 'id' in owner) return owner.id;
  }
  return id;
}

/** The value of an event that a condition key is about; undefined when it is about the listener. */
function valueFor(key: string, type: string, event: Event): unknown {
  if (key === 'broadcaster_user_id') return event[key] ?? event.broadcaster_id;
  if (key === 'moderator_user_id') return undefined;
  if (key === 'user_id')
    return ABOUT_THE_USER.has(type) ? (event.user_id ?? event.to_user_id) : undefined;
  if (key === 'reward_id') return rewardId(event);
  return event[key];
}

/**
 * Whether a subscription's condition fits an event. An event without the field in question fits:
 * malformed events must reach the client too.
 */
export function fits(type: string, condition: Condition, publication: Publication): boolean {
  const { condition: wanted, event } = publication;
  if (wanted) return Object.keys(wanted).every((key) => wanted[key] === condition[key]);
  return Object.entries(condition).every(([key, value]) => {
    const actual = valueFor(key, type, event);
    return value === '' || actual === undefined || actual === value;
  });
}
