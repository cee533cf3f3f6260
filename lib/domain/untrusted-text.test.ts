import { expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { sanitize } from './untrusted-text';

it.each([
  ['an override', 'a\u202Eb\u202Dc', 'abc'],
  ['an embedding and its end', 'a\u202Ab\u202Bc\u202Cd', 'abcd'],
  ['isolations and their end', 'a\u2066b\u2067c\u2068d\u2069e', 'abcde'],
  ['directions of long ago', 'a\u206Ab\u206Fc', 'abc'],
])('takes out what turns text around: %s', (_what, text, left) => {
  expect(sanitize(text)).toBe(left);
});

it.each([
  ['NUL', '\u0000'],
  ['escape', '\u001B'],
  ['an end of a line', '\n'],
  ['delete', '\u007F'],
  ['another end of a line', '\u0085'],
  ['the last of the controls', '\u009F'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
])('makes a space of %s', (_what, character) => {
  expect(sanitize(`a${character}b`)).toBe('a b');
});

it.each([
  ['a first half', 'a\uD800'],
  ['a second half', 'a\uDC00'],
])('makes half a character a whole one: %s', (_what, text) => {
  expect(sanitize(text)).toBe('a\uFFFD');
});

it.each([
  ['plain words', 'Any% attempts, day 3'],
  ['markup, which is text like any other', '<b>&lt;'],
  ['right-to-left words and their marks', 'שלום\u200F (5) مرحبا\u061C'],
  ['joiners', '👩‍❤️‍💋‍👨 क्\u200Cष'],
  ['flags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['nothing', ''],
])('leaves %s', (_what, text) => {
  expect(sanitize(text)).toBe(text);
});

it.each(Object.entries(HOSTILE_TEXTS))('is done in one go: %s', (_what, text) => {
  expect(sanitize(sanitize(text))).toBe(sanitize(text));
});
