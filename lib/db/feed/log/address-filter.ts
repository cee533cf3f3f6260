import type { EventKind } from '@/lib/domain/event/event-kind';
import { FILTER_CHOICES } from '@/lib/domain/filter/filter';
import { ALL_TIME, type Span } from '@/lib/domain/history/spans';
import { kindsOfRowsWith } from '@/lib/domain/row/sharing-kinds';
import { type HistoryAddress, momentOf } from '@/lib/domain/view/history-address';
import type { Database } from '../../database';
import type { LogFilter } from './log-filter';
import { spansOfWeekHour } from './week-hour';

/** The parts of an address that say what is shown of the log. */
export type ShownPart = Pick<
  HistoryAddress,
  'streamerId' | 'viewerId' | 'kinds' | 'type' | 'least' | 'from' | 'until' | 'weekHour' | 'search'
>;

/** Returns what an address asks for. Works in a live query. */
export async function filterOfAddress(
  db: Database,
  address: ShownPart,
): Promise<Required<LogFilter>> {
  const { streamerId, viewerId, least, search } = address;
  return {
    streamerId,
    viewerId,
    kinds: kindsOfAddress(address),
    least,
    spans: await spansOfAddress(db, address),
    search,
  };
}

function kindsOfAddress({ kinds, type }: ShownPart): ReadonlySet<EventKind> | null {
  if (type !== null) return new Set(kindsOfRowsWith(type));
  return kinds.length === 0 ? null : new Set(kinds.flatMap((choice) => FILTER_CHOICES[choice]));
}

/** Returns the time between the dates of an address. */
export function spanOfDates({ from, until }: Pick<HistoryAddress, 'from' | 'until'>): Span {
  return {
    from: from === null ? ALL_TIME.from : momentOf(from),
    until: until === null ? ALL_TIME.until : momentOf(until),
  };
}

/** Returns the times that an address asks for, newest first; `null` for all of them. */
export async function spansOfAddress(
  db: Database,
  { from, until, weekHour }: Pick<HistoryAddress, 'from' | 'until' | 'weekHour'>,
): Promise<Span[] | null> {
  const within = spanOfDates({ from, until });
  if (weekHour !== null) return await spansOfWeekHour(db, { weekHour, within });
  return from === null && until === null ? null : [within];
}
