import { searchTerms } from '@/lib/domain/search/terms';
import type { Database } from '../../database';
import { readTotals } from '../../history/totals';
import { searchSource } from '../search/search-source';
import { carriedRows } from './carried-rows';
import { eventList } from './lists';
import { isOfFilter, type LogFilter, type LogSource } from './log-filter';

/** For so many short times, one list that is read whole costs less than a list of each kind. */
const MANY_SPANS = 8;

/** Returns where the rows of a filter are found. Throws the reason of `signal` once it is aborted. */
export async function sourceOf(
  db: Database,
  filter: LogFilter,
  signal?: AbortSignal,
): Promise<LogSource> {
  const matching = await matchSource(db, filter, signal);
  if (matching !== null) return matching;
  const source = await rowSource(db, filter);
  const { spans = null } = filter;
  return spans === null ? source : { ...source, carried: carriedRows(db, { ...filter, spans }) };
}

/** Returns where the events of a filter are found, whether or not they begin a row. */
export async function eventSource(
  db: Database,
  filter: LogFilter,
  signal?: AbortSignal,
): Promise<LogSource> {
  return (
    (await matchSource(db, filter, signal)) ?? {
      lists: [eventList(db, 'created_at')],
      matches: (event) => isOfFilter(filter, event),
      isOfKinds: false,
    }
  );
}

/** Returns where the events of a viewer or of a search are found; `null` if neither is asked for. */
async function matchSource(
  db: Database,
  filter: LogFilter,
  signal: AbortSignal | undefined,
): Promise<LogSource | null> {
  const { viewerId, search = '' } = filter;
  const terms = searchTerms(search);
  if (terms !== null) return await searchSource(db, filter, { terms, signal });
  if (viewerId === null) return null;
  return {
    lists: [eventList(db, '[viewer_id+created_at]', [viewerId])],
    matches: (event) => isOfFilter(filter, event),
    isOfKinds: false,
  };
}

/** Returns lists of all events that begin a row, or of those kinds only. */
async function rowSource(db: Database, filter: LogFilter): Promise<LogSource> {
  const { streamerId, kinds = null, spans } = filter;
  const whole =
    streamerId === null
      ? eventList(db, 'row_at')
      : eventList(db, '[streamer_id+row_at]', [streamerId]);
  if (kinds === null) return { lists: [whole], matches: null, isOfKinds: true };
  const areMany = (spans?.length ?? 0) > MANY_SPANS;
  if (areMany) return { lists: [whole], matches: null, isOfKinds: false };
  const totals = await readTotals(db);
  const counted = totals.filter(
    ({ streamer_id, count }) => count > 0 && (streamerId === null || streamer_id === streamerId),
  );
  const asked = counted.filter(({ event_type }) => kinds.has(event_type));
  const lists =
    asked.length === counted.length
      ? [whole]
      : asked.map(({ streamer_id, event_type }) =>
          eventList(db, '[streamer_id+event_type+row_at]', [streamer_id, event_type]),
        );
  return { lists, matches: null, isOfKinds: true };
}
