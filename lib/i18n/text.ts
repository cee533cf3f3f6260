import { browser } from 'wxt/browser';
import { sanitize } from '@/lib/domain/untrusted-text';
import { roundedDuration } from '@/lib/domain/wording/duration';
import type { Message, MessageParam, Money } from '@/lib/domain/wording/message';
import type { MessageKey } from '@/lib/domain/wording/message-key';

/** A part of a message: words of the catalog, or the value of a placeholder. */
export type Piece = { words: string } | { param: MessageParam };

const cache = new Map<string, string>();

/**
 * Returns a catalog entry as written, or an empty string if there is none. Entries are cached:
 * after an update of the extension, a panel that is still on a page can no longer read them from
 * the browser.
 */
function entry(key: string): string {
  let words = cache.get(key);
  if (words === undefined) {
    // i18n.t would fill in the placeholders, but names have to be marked up on screen, so
    // placeholders are filled in here. The types of getMessage know only the browser's own keys.
    words = browser.i18n.getMessage(key.replaceAll('.', '_') as '@@ui_locale');
    cache.set(key, words);
  }
  return words;
}

function language(): string {
  return entry('app.language');
}

function template(key: MessageKey, count: number | undefined): string {
  if (count === undefined) return entry(key);
  const form = new Intl.PluralRules(language()).select(count);
  return entry(`${key}.${form}`) || entry(`${key}.other`);
}

/** Formats a number for the language of the catalog. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
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

/** Returns the value of a placeholder as plain text. Untrusted text is sanitized. */
export function paramText(param: MessageParam): string {
  if (typeof param === 'string') return sanitize(param);
  if (typeof param === 'number') return formatNumber(param);
  if ('currency' in param) return formatMoney(param);
  if ('seconds' in param) return formatDuration(param.seconds);
  if ('list' in param) {
    return new Intl.ListFormat(language(), { type: 'unit' }).format(param.list.map(paramText));
  }
  return plainText({ params: {}, ...param });
}

/** Splits a message at its placeholders. A placeholder without a value stays as written. */
export function pieces({ message, params, count }: Message): Piece[] {
  // The group in the pattern makes split return words and placeholder names in turn.
  return template(message, count)
    .split(/\{(\w+)\}/)
    .map((part, index): Piece => {
      if (index % 2 === 0) return { words: part };
      const param = params[part];
      return param === undefined ? { words: `{${part}}` } : { param };
    })
    .filter((piece) => !('words' in piece) || piece.words !== '');
}

/** Returns a message as plain text, for titles, labels and announcements. */
export function plainText(message: Message): string {
  return pieces(message)
    .map((piece) => ('words' in piece ? piece.words : paramText(piece.param)))
    .join('');
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
