import { browser } from 'wxt/browser';
import { roundedDuration } from '@/lib/domain/duration';
import { differsFromLogin, type NamedUser } from '@/lib/domain/event/user';
import { isolated, isRightToLeft, sanitize } from '@/lib/domain/untrusted-text';
import type { List, Message, MessageParam, Money } from '@/lib/domain/wording/message';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { remembered } from '@/lib/once';

/** A part of a message: words of the catalog, or the value of a placeholder. */
export type Piece = { words: string } | { param: MessageParam };

/** Returns a catalog entry as written, `undefined` if it does not know the key. */
export type CatalogReader = (key: string) => string | undefined;

let readFirst: CatalogReader = () => undefined;

/**
 * Makes texts come from `read` if it knows them. The browser's first answer keeps a page waiting for
 * several milliseconds, and after an update of the extension it answers no more.
 */
export function readCatalogWith(read: CatalogReader): void {
  readFirst = read;
}

/** Returns a catalog entry as written, or an empty string if there is none. */
const entry = remembered(
  (key) =>
    readFirst(key) ??
    // i18n.t would fill in the placeholders, but names have to be marked up on screen, so
    // placeholders are filled in here. The types of getMessage know only the browser's own keys.
    browser.i18n.getMessage(key.replaceAll('.', '_') as '@@ui_locale'),
);
const numberFormat = remembered((locale) => new Intl.NumberFormat(locale));
const pluralRules = remembered((locale) => new Intl.PluralRules(locale));

function language(): string {
  return entry('app.language');
}

function template(key: MessageKey, count: number | undefined): string {
  if (count === undefined) return entry(key);
  const form = pluralRules(language()).select(count);
  return entry(`${key}.${form}`) || entry(`${key}.other`);
}

/** Returns true for a number without separators. */
const isSmall = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 1000;

/** Formats a number for the language of the catalog. */
export function formatNumber(value: number): string {
  // The first formatter of numbers takes several milliseconds, and most numbers do not need one.
  if (language() === 'en' && isSmall(value)) return String(value);
  return numberFormat(language()).format(value);
}

function formatMoney({ amount, currency }: Money): string {
  try {
    return new Intl.NumberFormat(language(), { style: 'currency', currency }).format(amount);
  } catch {
    // Twitch sent a currency code that Intl does not accept.
    return `${formatNumber(amount)} ${sanitize(currency)}`;
  }
}

function formatDuration(seconds: number): string {
  const { amount, unit } = roundedDuration(seconds);
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(language(), style).format(amount);
}

function formatUser(user: NamedUser): string {
  const { name, login } = user;
  if (!differsFromLogin(user)) return isolated(name);
  // Without the isolate, the end of a login such as `amira_` would move to its other side.
  const latin = isRightToLeft(name) ? `\u2066${sanitize(login)}\u2069` : sanitize(login);
  return `${isolated(name)} (${latin})`;
}

const LIST_TYPES = { and: 'conjunction', or: 'disjunction' } as const;

/** Splits a list into its members and the words between them. */
export function listPieces({ list, join }: List): Piece[] {
  if (join === 'dots') {
    return list.flatMap((param, index) =>
      index === 0 ? { param } : [{ words: ' · ' }, { param }],
    );
  }
  const type = join === undefined ? 'unit' : LIST_TYPES[join];
  return new Intl.ListFormat(language(), { type })
    .formatToParts(list.map((_, index) => String(index)))
    .map((part): Piece => {
      const param = part.type === 'element' ? list[Number(part.value)] : undefined;
      return param === undefined ? { words: part.value } : { param };
    });
}

function textOfPieces(parts: readonly Piece[]): string {
  return parts.map((piece) => ('words' in piece ? piece.words : paramText(piece.param))).join('');
}

/** Returns the value of a placeholder as plain text. Untrusted text is sanitized and isolated. */
export function paramText(param: MessageParam): string {
  if (typeof param === 'string') return isolated(param);
  if (typeof param === 'number') return formatNumber(param);
  if ('currency' in param) return formatMoney(param);
  if ('seconds' in param) return formatDuration(param.seconds);
  if ('login' in param) return formatUser(param);
  if ('list' in param) return textOfPieces(listPieces(param));
  return plainText({ params: {}, ...param });
}

/** The forms inside a sentence of texts that stand for a missing name. */
const INSIDE: ReadonlyMap<MessageKey, MessageKey> = new Map([
  ['someone.viewer', 'someone.viewer_inside'],
  ['someone.gifter', 'someone.gifter_inside'],
  ['someone.cheerer', 'someone.cheerer_inside'],
  ['someone.moderator', 'someone.moderator_inside'],
  ['someone.channel', 'someone.channel_inside'],
]);

function insideForm(param: MessageParam): MessageParam {
  if (typeof param !== 'object' || !('message' in param)) return param;
  const message = INSIDE.get(param.message);
  return message === undefined ? param : { message };
}

/**
 * Splits a message at its placeholders. A placeholder without a value stays as written. Each
 * language decides by the place of a placeholder if its value begins the sentence.
 */
export function pieces({ message, params, count }: Message): Piece[] {
  // The group in the pattern makes split return words and placeholder names in turn.
  const text = template(message, count);
  const begins = text.startsWith('{');
  return text
    .split(/\{(\w+)\}/)
    .map((part, index): Piece => {
      if (index % 2 === 0) return { words: part };
      const param = params[part];
      if (param === undefined) return { words: `{${part}}` };
      return { param: index === 1 && begins ? param : insideForm(param) };
    })
    .filter((piece) => !('words' in piece) || piece.words !== '');
}

/** Returns a message as plain text, for titles, labels and announcements. */
export function plainText(message: Message): string {
  return textOfPieces(pieces(message));
}

/**
 * Returns the text of a catalog key with its placeholders filled in; `count` selects the plural
 * form.
 */
export function t(
  key: MessageKey,
  params: Record<string, MessageParam> = {},
  count?: number,
): string {
  return plainText({ message: key, params, ...(count === undefined ? {} : { count }) });
}
