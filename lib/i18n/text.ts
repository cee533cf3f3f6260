import { browser } from 'wxt/browser';
import type { GeneratedI18nStructure } from '#i18n';
import { sanitize } from '@/lib/domain/untrusted-text';
import type { Message, MessageParam, Money } from '@/lib/domain/wording/message';
import type { MessageKey } from '@/lib/domain/wording/message-key';

type CatalogKey = keyof GeneratedI18nStructure;
type PluralForm = Intl.LDMLPluralRule;

/** Keys that have plural forms, named without the form. */
type PluralBase = {
  [Key in CatalogKey]: Key extends `${infer Base}.one`
    ? `${Base}.other` extends CatalogKey
      ? Base
      : never
    : never;
}[CatalogKey];

/** Keys as texts are asked for: of a plural the base, of anything else the key itself. */
export type TextKey = PluralBase | Exclude<CatalogKey, `${PluralBase}.${PluralForm}`>;

/** A sentence of the domain, or one that a screen makes up itself. */
export type Spoken = Omit<Message, 'message'> & { message: TextKey };

/** A piece of a sentence: words of the catalog, or what stands in a placeholder's place. */
export type Piece = { words: string } | { param: MessageParam };

// Fails to compile as soon as the domain says something that the catalog has no words for.
const asTextKey = (key: MessageKey): TextKey => key;

const read = new Map<string, string>();

/**
 * A catalog entry as it is written; empty where there is none. What was read once can be said again
 * by a panel whose extension is gone, where the browser answers no more.
 */
function entry(key: string): string {
  let words = read.get(key);
  if (words === undefined) {
    // Not by i18n.t, because placeholders are filled in here, where names can be marked. The types
    // of getMessage know only the browser's own keys.
    words = browser.i18n.getMessage(key.replaceAll('.', '_') as '@@ui_locale');
    read.set(key, words);
  }
  return words;
}

function language(): string {
  return entry('app.language');
}

function template(key: TextKey, count: number | undefined): string {
  if (count === undefined) return entry(key);
  const form = new Intl.PluralRules(language()).select(count);
  return entry(`${key}.${form}`) || entry(`${key}.other`);
}

/** `value` as people write numbers. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

function formatMoney({ amount, currency }: Money): string {
  try {
    return new Intl.NumberFormat(language(), { style: 'currency', currency }).format(amount);
  } catch {
    // Twitch named a currency that Intl has never heard of.
    return `${formatNumber(amount)} ${sanitize(currency)}`;
  }
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** In the largest unit that leaves nothing over. */
function formatDuration(seconds: number): string {
  const [unit, size] = UNITS.find(([, size]) => seconds % size === 0) ?? ['second', 1];
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(language(), style).format(seconds / size);
}

/** A placeholder's value as plain text. */
export function paramText(param: MessageParam): string {
  if (typeof param === 'string') return sanitize(param);
  if (typeof param === 'number') return formatNumber(param);
  if ('currency' in param) return formatMoney(param);
  if ('seconds' in param) return formatDuration(param.seconds);
  if ('list' in param) {
    return new Intl.ListFormat(language(), { type: 'unit' }).format(param.list.map(paramText));
  }
  return plainText({ params: {}, ...param, message: asTextKey(param.message) });
}

/** Splits a sentence at its placeholders. A placeholder that nothing was given for stays as it is. */
export function pieces({ message, params, count }: Spoken): Piece[] {
  // The split gives words and placeholder names by turns.
  return template(message, count)
    .split(/\{(\w+)\}/)
    .map((part, index): Piece => {
      if (index % 2 === 0) return { words: part };
      const param = params[part];
      return param === undefined ? { words: `{${part}}` } : { param };
    })
    .filter((piece) => !('words' in piece) || piece.words !== '');
}

/** A sentence as plain text, for titles, labels and announcements. */
export function plainText(spoken: Spoken): string {
  return pieces(spoken)
    .map((piece) => ('words' in piece ? piece.words : paramText(piece.param)))
    .join('');
}

/** A text of the catalog with its placeholders filled in; `count` chooses the plural form. */
export function t(key: TextKey, params: Record<string, MessageParam> = {}, count?: number): string {
  return plainText({ message: key, params, ...(count === undefined ? {} : { count }) });
}
