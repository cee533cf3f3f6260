import { beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time';
import { installEnglish } from '@/tests/support/english';
import { lengthText } from './length';

beforeEach(installEnglish);

it.each([
  [0, '0m'],
  [MINUTE - 1, '0m'],
  [7 * MINUTE, '7m'],
  [3 * HOUR, '3h'],
  [3 * HOUR + 7 * MINUTE, '3h 7m'],
  [26 * HOUR + 30 * MINUTE, '26h 30m'],
])('%i milliseconds are %s', (ms, text) => {
  expect(lengthText(ms)).toBe(text);
});
