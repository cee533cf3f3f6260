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

/** What a placeholder stands for: text as Twitch gave it, a quantity, another message, or several. */
export type MessageParam =
  | string
  | number
  | Money
  | Duration
  | { message: MessageKey }
  | Message
  | { list: MessageParam[] };

/** A sentence as a key of the catalog; `count` chooses its plural form. */
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

/** A tier in words; Twitch's own number where it is a new one. */
export function tierParam(subTier: string, isPrime = false): MessageParam {
  if (isPrime) return { message: 'tier.prime' };
  const message = TIERS.get(subTier);
  return message === undefined ? subTier : { message };
}

type Unnamed = Extract<MessageKey, `someone.${string}`>;

function named(name: string | null, unnamed: Unnamed): MessageParam {
  return name ?? { message: unnamed };
}

/** A display name, with the login beside it where the two differ by more than case. */
function withLogin(name: string | null, login: string | null): string | null {
  if (name === null || login === null) return name ?? login;
  return name.trim().toLowerCase() === login.toLowerCase()
    ? name.trim()
    : `${name.trim()} (${login})`;
}

/** A person's name. */
export function userParam({ name, login }: User, unnamed: Unnamed): MessageParam {
  return named(withLogin(name, login), unnamed);
}

/** Who acted. */
export function viewerParam(
  event: FeedRow['event'],
  unnamed: Unnamed = 'someone.viewer',
): MessageParam {
  return named(withLogin(event.viewer_name, event.viewer_login), unnamed);
}

/** Who gave the gift that is being gone on with. */
export function gifterParam(detail: {
  gifter: User | null;
  isGifterAnonymous: boolean;
}): MessageParam {
  if (detail.isGifterAnonymous || detail.gifter === null) return { message: 'someone.gifter' };
  return userParam(detail.gifter, 'someone.gifter');
}

/** An amount in whole units of its currency. */
export function moneyParam({ amount, decimalPlaces, currency }: Amount): Money {
  return { amount: amount / 10 ** decimalPlaces, currency };
}

/** How each of some kinds is told, be it in its sentence or in the smaller one below it. */
export type Describers<Kind extends EventKind, Result = Message> = {
  [Each in Kind]: (event: EventOf<Each>) => Result;
};
