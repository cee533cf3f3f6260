import { expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { isolated, sanitize } from './untrusted-text';

it.each([
  ['an override', 'a\u202Eb\u202Dc', 'abc'],
  ['an embedding and its end', 'a\u202Ab\u202Bc\u202Cd', 'abcd'],
  ['isolates and their end', 'a\u2066b\u2067c\u2068d\u2069e', 'abcde'],
  ['deprecated direction controls', 'a\u206Ab\u206Fc', 'abc'],
])('removes characters that change the direction: %s', (_what, text, left) => {
  expect(sanitize(text)).toBe(left);
});

it.each([
  ['NUL', '\u0000'],
  ['escape', '\u001B'],
  ['a line feed', '\n'],
  ['delete', '\u007F'],
  ['a next line', '\u0085'],
  ['the last control character', '\u009F'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
])('replaces %s with a space', (_what, character) => {
  expect(sanitize(`a${character}b`)).toBe('a b');
});

it.each([
  ['a high surrogate', 'a\uD800'],
  ['a low surrogate', 'a\uDC00'],
])('replaces a lone surrogate: %s', (_what, text) => {
  expect(sanitize(text)).toBe('a\uFFFD');
});

it.each([
  ['plain words', 'Any% attempts, day 3'],
  ['markup, which is shown as text', '<b>&lt;'],
  ['right-to-left words with their marks', 'שלום\u200F (5) مرحبا\u061C'],
  ['joiners', '👩‍❤️‍💋‍👨 क्\u200Cष'],
  ['flags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['an empty text', ''],
])('does not change %s', (_what, text) => {
  expect(sanitize(text)).toBe(text);
});

it.each(Object.entries(HOSTILE_TEXTS))('changes nothing the second time: %s', (_what, text) => {
  expect(sanitize(sanitize(text))).toBe(sanitize(text));
});

it.each([
  ['Hebrew', 'אמירה'],
  ['Arabic', 'شاي'],
  ['Thaana', 'ދިވެހި'],
  ['a right-to-left mark', 'a\u200F'],
])('isolates %s', (_script, text) => {
  expect(isolated(text)).toBe(`\u2068${text}\u2069`);
});

it.each(['Ann', 'デモ', 'Ёлка', '1:0'])('does not isolate %s', (text) => {
  expect(isolated(text)).toBe(text);
});
