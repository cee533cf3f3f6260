import type { GiftBomb } from '../row/row';
import type { Message } from './message';

/** The recipients that are named before the row is unfolded. */
const NAMED = 2;

/**
 * Describes who received the gifts of a gift bomb: the first names, and how many more there are;
 * `null` while nobody is named. Only names and no users: what unfolds the row cannot contain links.
 */
export function describeRecipients({ total, recipients }: GiftBomb): Message | null {
  const known = recipients.flatMap(({ name, login }) => name ?? login ?? []);
  const names = known.slice(0, NAMED);
  if (names.length === 0) return null;
  // Of gifts that Twitch has not counted, those that have arrived are known.
  const more = Math.max(total ?? 0, recipients.length) - names.length;
  if (more === 0)
    return { message: 'more.bomb.to', params: { names: { list: names, join: 'and' } } };
  return { message: 'more.bomb.to_more', count: more, params: { names: { list: names }, more } };
}
