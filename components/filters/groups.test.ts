import { expect, it } from 'vitest';
import { CHOICES } from '@/lib/domain/filter/filter';
import { GROUPS } from './groups';

it('offer every choice once', () => {
  const offered = GROUPS.flatMap(([, choices]) => [...choices]);
  expect(offered.toSorted()).toEqual(CHOICES.toSorted());
});
