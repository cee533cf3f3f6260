import type { RowView } from '@/lib/domain/view/row-view';

/** What changes between a row and the row above it. */
export interface Divider {
  /** A time of the day that begins here, read from the top; `null` if it is the same day. */
  day: number | null;
  /** Whether the rows from here on are those of a broadcast, or from before it; `null` as above. */
  part: 'broadcast' | 'before_broadcast' | null;
}

/** Returns the part of the list that a row begins, given the row above it. */
export type PartOf = (row: Row, above: Row | undefined) => Divider['part'];

type Row = Pick<RowView, 'id' | 'kind' | 'createdAt'>;

/** Returns when the day of a time begins by the user's calendar, in milliseconds since 1970. */
const dayOf = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

const partFrom: PartOf = (row, above) => {
  if (above === undefined) return null;
  if (row.kind === 'stream_offline') return 'broadcast';
  return above.kind === 'stream_online' ? 'before_broadcast' : null;
};

interface DividersOptions {
  now: number;
  isOfOne: boolean;
  /** Set for a list that does not have the rows about broadcasts. */
  partOf?: PartOf | undefined;
}

/**
 * Returns the dividers above rows, by the id of the row below. `rows` are newest first. Rows of today
 * need no heading while there are no others. In a list over everybody, broadcasts overlap, and so
 * only days divide it.
 */
export function dividersAbove(
  rows: readonly Row[],
  { now, isOfOne, partOf = partFrom }: DividersOptions,
): ReadonlyMap<string, Divider> {
  const oldest = rows.at(-1);
  const isAllOfToday = oldest === undefined || dayOf(oldest.createdAt) >= dayOf(now);
  const dividers = new Map<string, Divider>();
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    const isOtherDay = above === undefined || dayOf(row.createdAt) < dayOf(above.createdAt);
    const day = isOtherDay && !isAllOfToday ? row.createdAt : null;
    const part = isOfOne ? partOf(row, above) : null;
    if (day !== null || part !== null) dividers.set(row.id, { day, part });
  }
  return dividers;
}
