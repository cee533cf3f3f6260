import { expect, it } from 'vitest';
import { CHOICES } from '@/lib/domain/filter/filter';
import { FILTER_GROUPS } from './filter-groups';

it('FILTER_GROUPS contain every choice once', () => {
  const offered = FILTER_GROUPS.flatMap(([, choices]) => [...choices]);
  expect(offered.toSorted()).toEqual(CHOICES.toSorted());
});
