import type { StoredEvent } from '@/lib/domain/row/row';
import { textsOf } from '@/lib/domain/search/event-texts';
import { areWordsFound, isNameFound, type SearchTerms } from '@/lib/domain/search/terms';
import type { Database } from '../../database';
import { readTotals } from '../../history/totals';
import { eventList, memoryList, placeOfEvent, type ReadPart } from '../log/lists';
import { isOfFilter, type LogFilter, type LogSource } from '../log/log-filter';
import { readUnindexed, type Unindexed } from '../log/unindexed';
import { wordLists } from './word-lists';

/**
 * With more viewers of that name, all events are read instead of those of each viewer: then many of
 * them are found.
 */
const MANY_VIEWERS = 300;

/** What to search for. */
export interface Search {
  terms: SearchTerms;
  /** Ends the search. */
  signal: AbortSignal | undefined;
}

/** Returns where the events are found whose viewer's name or whose texts contain what was typed. */
export async function searchSource(
  db: Database,
  filter: LogFilter,
  { terms, signal }: Search,
): Promise<LogSource> {
  const [viewerIds, unindexed] = await Promise.all([
    viewersNamed(db, terms.name),
    readUnindexed(db),
  ]);
  const { upTo } = unindexed;
  const isNamed = ({ viewer_id, viewer_login, viewer_name, seq }: StoredEvent) =>
    (viewer_id !== null && viewerIds.has(viewer_id)) ||
    // The index does not know these yet.
    (seq > upTo && [viewer_login, viewer_name].some((name) => isNameFound(terms, name ?? '')));
  const matches = (event: StoredEvent) =>
    isOfFilter(filter, event) && (isNamed(event) || areWordsFound(terms, textsOf(event)));
  const lists = await listsOf(db, filter, { terms, signal, viewerIds, unindexed });
  return { lists, matches, isOfKinds: false };
}

interface Found extends Search {
  viewerIds: ReadonlySet<string>;
  unindexed: Unindexed;
}

async function listsOf(
  db: Database,
  { streamerId, viewerId }: LogFilter,
  { terms, signal, viewerIds, unindexed }: Found,
): Promise<ReadPart[]> {
  if (viewerId !== null) return [eventList(db, '[viewer_id+created_at]', [viewerId])];
  if (viewerIds.size > MANY_VIEWERS) return [eventList(db, 'created_at')];
  const streamerIds = streamerId === null ? await streamersWithEvents(db) : [streamerId];
  const ofWords = await Promise.all(
    streamerIds.map((id) => wordLists(db, id, { words: terms.words, signal })),
  );
  return [
    ...[...viewerIds].map((id) => eventList(db, '[viewer_id+created_at]', [id])),
    ...ofWords.flat(),
    memoryList(unindexed.events.map((event) => ({ ...placeOfEvent(event), event }))),
  ];
}

/** Returns the ids of the viewers one of whose names contains a text, which is folded. */
async function viewersNamed(db: Database, text: string): Promise<Set<string>> {
  return new Set(await db.viewers.where('suffixes').startsWith(text).primaryKeys());
}

async function streamersWithEvents(db: Database): Promise<string[]> {
  const totals = await readTotals(db);
  return [...new Set(totals.map(({ streamer_id }) => streamer_id))];
}
