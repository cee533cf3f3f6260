import { expect, it } from 'vitest';
import { tabOfKey } from './tab-keys';

it.each([
  ['ArrowRight', 0, false, 1],
  ['ArrowRight', 3, false, 0],
  ['ArrowLeft', 0, false, 3],
  ['ArrowLeft', 2, false, 1],
  ['ArrowRight', 2, true, 1],
  ['ArrowLeft', 2, true, 3],
  ['ArrowLeft', 3, true, 0],
  ['Home', 2, true, 0],
  ['End', 2, false, 3],
  ['a', 2, false, null],
  ['ArrowDown', 2, false, null],
])('%s on tab %i, right to left: %s, selects %s', (key, current, isRightToLeft, selected) => {
  expect(tabOfKey(key, current, { count: 4, isRightToLeft })).toBe(selected);
});
