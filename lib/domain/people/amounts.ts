import { MAXIMA, type PersonRecord, SUMS } from '../log-index/person';

/** Something that a person has more or less of, such as gifts or the viewers of the largest raid. */
export type AmountName = (typeof SUMS)[number] | (typeof MAXIMA)[number];

/** How much a person has of everything; 0 is nothing. */
export type Amounts = Readonly<Record<AmountName, number>>;

/** What people are ranked by. The database has an index for each. */
export type Ranking = 'gifts' | 'bits' | 'raids' | 'streak' | 'months';

const IS_SUM: ReadonlySet<AmountName> = new Set(SUMS);

/** Returns what values from several channels are together: their sum, or the largest one. */
export function together(name: AmountName, values: readonly number[]): number {
  if (IS_SUM.has(name)) return values.reduce((sum, value) => sum + value, 0);
  return Math.max(0, ...values);
}

/** Returns what a person has on several channels together. */
export function amountsOf(channels: readonly PersonRecord[]): Amounts {
  const names: readonly AmountName[] = [...SUMS, ...MAXIMA];
  const entries = names.map((name) => {
    const values = channels.map((channel) => channel[name] ?? 0);
    return [name, together(name, values)] as const;
  });
  // The names are all there are.
  return Object.fromEntries(entries) as Record<AmountName, number>;
}
