import type { Publication } from '../core/publication.ts';
import type { Condition } from './subscriptions.ts';

type Event = Publication['event'];

/** In these types `user_id` is the user of the event; in other types it is the reader. */
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

/** Returns the event's value for a condition key; undefined for keys about the reader. */
function valueFor(key: string, type: string, event: Event): unknown {
  if (key === 'broadcaster_user_id') return event[key] ?? event.broadcaster_id;
  if (key === 'moderator_user_id') return undefined;
  if (key === 'user_id')
    return ABOUT_THE_USER.has(type) ? (event.user_id ?? event.to_user_id) : undefined;
  if (key === 'reward_id') return rewardId(event);
  return event[key];
}

/**
 * Returns true if a subscription's condition matches an event. An event without the field
 * matches, so that tests can send malformed events.
 */
export function matches(type: string, condition: Condition, publication: Publication): boolean {
  const { condition: wanted, event } = publication;
  if (wanted) return Object.keys(wanted).every((key) => wanted[key] === condition[key]);
  return Object.entries(condition).every(([key, value]) => {
    const actual = valueFor(key, type, event);
    return value === '' || actual === undefined || actual === value;
  });
}
