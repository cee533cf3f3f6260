import type { ColorFamily } from '@/components/ui/palette';
import type { AmountName, Ranking } from '@/lib/domain/people/amounts';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import type { MessageKey } from '@/lib/domain/wording/message-key';

/** One column of numbers. */
export interface TopColumn {
  amount: AmountName;
  title: MessageKey;
  /** Returns what the feed shows of a person who has so much. */
  rowsOf: (value: number) => Partial<HistoryAddress>;
}

/** A list of those who have most of something. */
export interface TopList {
  by: Ranking;
  title: MessageKey;
  family: ColorFamily;
  /** The first one is what the list is sorted by. */
  columns: readonly [TopColumn, ...TopColumn[]];
}

/** All lists, in the order in which they are shown. */
export const TOP_LISTS: readonly TopList[] = [
  {
    by: 'gifts',
    title: 'people.list.gifts',
    family: 'teal',
    columns: [
      { amount: 'gifts', title: 'people.amount.gifts', rowsOf: () => ({ type: 'gift' }) },
      {
        amount: 'bombs',
        title: 'people.amount.bombs',
        rowsOf: () => ({ type: 'community_gift', least: { gifts: 2 } }),
      },
      {
        amount: 'biggest_bomb',
        title: 'people.amount.biggest',
        rowsOf: (gifts) => ({ type: 'community_gift', least: { gifts } }),
      },
    ],
  },
  {
    by: 'bits',
    title: 'people.list.bits',
    family: 'blue',
    columns: [
      { amount: 'bits', title: 'people.amount.bits', rowsOf: () => ({ kinds: ['cheers'] }) },
      {
        amount: 'biggest_cheer',
        title: 'people.amount.biggest',
        rowsOf: (bits) => ({ kinds: ['cheers'], least: { bits } }),
      },
    ],
  },
  {
    by: 'raids',
    title: 'people.list.raids',
    family: 'orange',
    columns: [
      { amount: 'raids', title: 'people.amount.raids', rowsOf: () => ({ type: 'raid_in' }) },
      {
        amount: 'biggest_raid',
        title: 'people.amount.biggest',
        rowsOf: (viewers) => ({ type: 'raid_in', least: { viewers } }),
      },
    ],
  },
  {
    by: 'streak',
    title: 'people.list.streak',
    family: 'red',
    columns: [
      { amount: 'streak', title: 'people.amount.streak', rowsOf: () => ({ type: 'watch_streak' }) },
    ],
  },
  {
    by: 'months',
    title: 'people.list.months',
    family: 'violet',
    columns: [
      {
        amount: 'months',
        title: 'people.amount.months',
        rowsOf: (months) => ({ type: 'resub', least: { months } }),
      },
    ],
  },
];

/** What the lists are sorted by, in their order. */
export const RANKINGS: readonly Ranking[] = TOP_LISTS.map(({ by }) => by);
