import { beforeEach, expect, it } from 'vitest';
import { plainText } from '@/lib/i18n/text';
import { installEnglish } from '@/tests/support/english';
import { describeRecipients } from './recipients';

beforeEach(installEnglish);

const named = (...names: (string | null)[]) =>
  names.map((name) => ({ id: null, login: null, name }));

it.each([
  [null, [], null],
  [20, [], null],
  [20, named('Moss'), 'to Moss and 19 more'],
  [20, named('Moss', 'QuietOtter', 'Ada'), 'to Moss, QuietOtter and 18 more'],
  [2, named('Moss', 'QuietOtter'), 'to Moss and QuietOtter'],
  [1, named('Moss'), 'to Moss'],
  [3, named('Moss', 'QuietOtter', 'Ada'), 'to Moss, QuietOtter and 1 more'],
  // Without a header, and with one that Twitch has not counted.
  [null, named('Moss', 'QuietOtter', 'Ada'), 'to Moss, QuietOtter and 1 more'],
  [0, named('Moss'), 'to Moss'],
  // A gift more than the header says.
  [1, named('Moss', 'QuietOtter'), 'to Moss and QuietOtter'],
  // A recipient whom Twitch does not name is one of the others.
  [3, named(null, 'Moss', 'QuietOtter'), 'to Moss, QuietOtter and 1 more'],
])('of %s gifts: %j', (total, recipients, text) => {
  const message = describeRecipients({ total, recipients });
  expect(message && plainText(message)).toBe(text);
});
