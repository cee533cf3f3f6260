import { SIZES } from '@/lib/domain/filter/filter';
import type { HistoryAddress } from '@/lib/domain/view/history-address';

/** The address without what narrows the rows down, beside whose rows they are. */
export const NO_FILTERS = {
  kinds: [],
  type: null,
  least: {},
  from: null,
  until: null,
  weekHour: null,
  search: '',
} as const satisfies Partial<HistoryAddress>;

/** Returns how many sizes have a minimum. */
export function countOfSizes({ least }: Pick<HistoryAddress, 'least'>): number {
  return SIZES.filter((size) => (least[size] ?? 0) > 0).length;
}

/** Returns how many filters an address has. All kinds, or a type, are one of them, and so are all sizes. */
export function countOfFilters(address: HistoryAddress): number {
  const { kinds, type, from, until, weekHour, search } = address;
  return [
    kinds.length > 0 || type !== null,
    countOfSizes(address) > 0,
    from !== null || until !== null,
    weekHour !== null,
    search !== '',
  ].filter(Boolean).length;
}
