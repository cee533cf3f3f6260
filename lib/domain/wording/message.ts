import type { Amount } from '../event/amount';
import type { EventOf } from '../event/event';
import type { EventKind } from '../event/event-kind';
import type { NamedUser, User } from '../event/user';
import type { FeedRow } from '../row/row';
import type { MessageKey } from './message-key';

/** An amount of money in whole units of its currency, such as `EUR`. */
export interface Money {
  amount: number;
  currency: string;
}

/** A length of time in seconds. */
export interface Duration {
  seconds: number;
}

/** Several values. `join` is the way to join them; without it, by commas. */
export interface List {
  list: MessageParam[];
  join?: 'and' | 'or' | 'dots';
}

/** The value of a placeholder: untrusted text, a user, a quantity, another message, or a list. */
export type MessageParam =
  | string
  | NamedUser
  | number
  | Money
  | Duration
  | { message: MessageKey }
  | Message
  | List;

/** A key of the message catalog with parameters. `count` selects the plural form. */
export interface Message {
  message: MessageKey;
  count?: number;
  params: Record<string, MessageParam>;
}

const TIERS: ReadonlyMap<string, MessageKey> = new Map([
  ['1000', 'tier.one'],
  ['2000', 'tier.two'],
  ['3000', 'tier.three'],
]);

/** Returns true if Twitch did not report the tier. */
export function isTierUnknown(subTier: string): boolean {
  return subTier === '' || subTier === '0';
}

/** Returns a tier as a message; a tier that is new at Twitch as Twitch's number. */
export function tierParam(subTier: string, isPrime = false): MessageParam {
  if (isPrime) return { message: 'tier.prime' };
  if (isTierUnknown(subTier)) return { message: 'tier.unknown' };
  const message = TIERS.get(subTier);
  return message === undefined ? subTier : { message };
}

/** The message to show instead of a missing name, as it begins a sentence. */
type NameFallback = Exclude<Extract<MessageKey, `someone.${string}`>, `${string}_inside`>;

/** Returns a user, or whatever of name and login is known. */
export function userParam(
  { name, login }: Pick<User, 'name' | 'login'>,
  fallback: NameFallback,
): MessageParam {
  if (login === null) return name ?? { message: fallback };
  return { name: (name ?? login).trim(), login };
}

/** Returns the name of the user who acted, or `null` if Twitch does not name them. */
export function namedViewerParam(
  event: Pick<FeedRow['event'], 'viewer_name' | 'viewer_login'>,
): MessageParam | null {
  const { viewer_name: name, viewer_login: login } = event;
  return name === null && login === null ? null : userParam({ name, login }, 'someone.viewer');
}

/** Returns the name of the user who acted, or a replacement for it. */
export function viewerParam(
  event: FeedRow['event'],
  fallback: NameFallback = 'someone.viewer',
): MessageParam {
  return userParam({ name: event.viewer_name, login: event.viewer_login }, fallback);
}

/** Returns the name of the user who gave the gift that a viewer continues or passes on. */
export function gifterParam(detail: {
  gifter: User | null;
  isGifterAnonymous: boolean;
}): MessageParam {
  if (detail.isGifterAnonymous || detail.gifter === null) return { message: 'someone.gifter' };
  return userParam(detail.gifter, 'someone.gifter');
}

/**
 * Returns a message with a number, or another one without it if the number is 0: Twitch sends 0 for
 * what it does not know. `quantity` has the number under the name of its placeholder.
 */
export function countedMessage(
  message: MessageKey,
  uncounted: MessageKey,
  params: Message['params'],
  quantity: Record<string, number>,
): Message {
  const [count = 0] = Object.values(quantity);
  return count > 0
    ? { message, count, params: { ...params, ...quantity } }
    : { message: uncounted, params };
}

/** Converts an amount to whole units of its currency. */
export function moneyParam({ amount, decimalPlaces, currency }: Amount): Money {
  return { amount: amount / 10 ** decimalPlaces, currency };
}

/** For each kind, a function that describes an event of that kind. */
export type Describers<Kind extends EventKind, Result = Message> = {
  [Each in Kind]: (event: EventOf<Each>) => Result;
};
