import type { Amount } from '../event/amount';
import type { EventOf } from '../event/event';
import type { EventKind } from '../event/event-kind';
import type { User } from '../event/user';
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

/** The value of a placeholder: untrusted text, a quantity, another message, or a list. */
export type MessageParam =
  | string
  | number
  | Money
  | Duration
  | { message: MessageKey }
  | Message
  | { list: MessageParam[] };

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

/** The message to show instead of a missing name. */
type NameFallback = Extract<MessageKey, `someone.${string}`>;

function nameOr(name: string | null, fallback: NameFallback): MessageParam {
  return name ?? { message: fallback };
}

/** Adds the login to a display name if the two differ by more than case. */
function withLogin(name: string | null, login: string | null): string | null {
  if (name === null || login === null) return name ?? login;
  return name.trim().toLowerCase() === login.toLowerCase()
    ? name.trim()
    : `${name.trim()} (${login})`;
}

/** Returns the name of a user. */
export function userParam({ name, login }: User, fallback: NameFallback): MessageParam {
  return nameOr(withLogin(name, login), fallback);
}

/** Returns the name of the user who acted, or `null` if Twitch does not name them. */
export function namedViewerParam({
  viewer_name,
  viewer_login,
}: Pick<FeedRow['event'], 'viewer_name' | 'viewer_login'>): string | null {
  return withLogin(viewer_name, viewer_login);
}

/** Returns the name of the user who acted, or a replacement for it. */
export function viewerParam(
  event: FeedRow['event'],
  fallback: NameFallback = 'someone.viewer',
): MessageParam {
  return nameOr(withLogin(event.viewer_name, event.viewer_login), fallback);
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
