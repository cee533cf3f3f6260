import type { Amount } from '../event/amount';
import type { EventOf } from '../event/event';
import type { EventKind } from '../event/event-kind';
import type { Person } from '../event/user';
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
export type Param =
  | string
  | number
  | Money
  | Duration
  | { message: MessageKey }
  | Told
  | { list: Param[] };

/** A sentence as a key of the catalog; `count` chooses its plural form. */
export interface Told {
  message: MessageKey;
  count?: number;
  params: Record<string, Param>;
}

const TIERS: ReadonlyMap<string, MessageKey> = new Map([
  ['1000', 'tier.one'],
  ['2000', 'tier.two'],
  ['3000', 'tier.three'],
]);

/** A tier in words; Twitch's own number where it is a new one. */
export function tier(subTier: string, isPrime = false): Param {
  if (isPrime) return { message: 'tier.prime' };
  const message = TIERS.get(subTier);
  return message === undefined ? subTier : { message };
}

type Unnamed = Extract<MessageKey, `someone.${string}`>;

function named(name: string | null, unnamed: Unnamed): Param {
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
export function person({ name, login }: Person, unnamed: Unnamed): Param {
  return named(withLogin(name, login), unnamed);
}

/** Who acted. */
export function viewer(event: FeedRow['event'], unnamed: Unnamed = 'someone.viewer'): Param {
  return named(withLogin(event.viewer_name, event.viewer_login), unnamed);
}

/** Who gave the gift that is being gone on with. */
export function gifter(detail: { gifter: Person | null; isGifterAnonymous: boolean }): Param {
  if (detail.isGifterAnonymous || detail.gifter === null) return { message: 'someone.gifter' };
  return person(detail.gifter, 'someone.gifter');
}

/** An amount in whole units of its currency. */
export function money({ amount, decimalPlaces, currency }: Amount): Money {
  return { amount: amount / 10 ** decimalPlaces, currency };
}

/** How each of some kinds is told, be it in its sentence or in the smaller one below it. */
export type Tellers<Kind extends EventKind, Result = Told> = {
  [Each in Kind]: (event: EventOf<Each>) => Result;
};
