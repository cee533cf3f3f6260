import type { LogFilter } from '@/lib/db/feed/log/log-filter';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { passes } from '@/lib/domain/filter/filter-rule';
import { type FeedRow, type StoredEvent, toRow } from '@/lib/domain/row/row';
import { textsOf } from '@/lib/domain/search/event-texts';
import { foldText } from '@/lib/domain/search/fold';

const BETWEEN_WORDS = /[^\p{Letter}\p{Number}\p{Mark}_]+/v;
const IS_UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/v;

function partsOf(text: string): string[] {
  const bare = foldText(text).replaceAll(/['’]/g, '');
  return bare.split(BETWEEN_WORDS).filter((part) => part !== '');
}

function hasWords(event: StreamEvent, typed: string): boolean {
  const texts = textsOf(event);
  const words = texts.flatMap(partsOf);
  const parts = partsOf(typed);
  return (
    parts.length > 0 &&
    parts.every((part, index) => {
      if (IS_UNSPACED.test(part)) return texts.some((text) => foldText(text).includes(part));
      const isLast = index === parts.length - 1;
      return words.some((word) => (isLast ? word.startsWith(part) : word === part));
    })
  );
}

/** The records of a log, and how far its index has come. */
export interface RawLog {
  events: readonly StoredEvent[];
  upTo: number;
}

function namesOf({ events, upTo }: RawLog, event: StoredEvent): string[] {
  const { viewer_id: id } = event;
  const known = events.filter(
    ({ viewer_id, seq }) => id !== null && viewer_id === id && seq <= upTo,
  );
  return [...known, ...(event.seq > upTo ? [event] : [])].flatMap(({ viewer_login, viewer_name }) =>
    [viewer_login, viewer_name].filter((name) => name !== null),
  );
}

function isFound(log: RawLog, event: StoredEvent, search: string): boolean {
  const typed = foldText(search.replace('@', ''));
  if (namesOf(log, event).some((name) => foldText(name).includes(typed))) return true;
  const isLetter = Array.from(typed).length === 1 && !IS_UNSPACED.test(typed);
  return !isLetter && hasWords(event, search);
}

function isMatch(log: RawLog, filter: LogFilter, event: StoredEvent): boolean {
  const { streamerId, viewerId, spans, search = '' } = filter;
  if (streamerId !== null && event.streamer_id !== streamerId) return false;
  if (viewerId !== null && event.viewer_id !== viewerId) return false;
  const isInTime = ({ from, until }: { from: number; until: number }) =>
    event.created_at >= from && event.created_at < until;
  if (spans && !spans.some(isInTime)) return false;
  return search === '' || isFound(log, event, search);
}

function rowOf({ events }: RawLog, { thread, id }: StoredEvent) {
  const members = events.filter((other) => (other.thread ?? other.id) === (thread ?? id));
  const anchor = members.find(({ row_at }) => row_at !== undefined);
  if (anchor === undefined) throw new Error('A row has no begin.');
  return { anchor, members };
}

function isLarge(row: FeedRow, { least }: LogFilter): boolean {
  return passes(row, { ...DEFAULT_FILTER, least: { ...DEFAULT_FILTER.least, ...least } });
}

/** Returns the events of a filter, oldest first, by looking at every record. */
export function plainEvents(log: RawLog, filter: LogFilter): StoredEvent[] {
  return log.events
    .filter((event) => {
      const { anchor, members } = rowOf(log, event);
      const isOfKind = filter.kinds?.has(event.event_type) !== false;
      return isOfKind && isMatch(log, filter, event) && isLarge(toRow(anchor, members), filter);
    })
    .toSorted((a, b) => a.created_at - b.created_at || a.seq - b.seq);
}

/** Returns the time at which a row stands in a list of some times; `null` if it is in none of them. */
function plainPlace(
  spans: LogFilter['spans'],
  { anchor, members }: ReturnType<typeof rowOf>,
): number | null {
  const begin = anchor.row_at ?? 0;
  if (!spans || spans.some(({ from, until }) => begin >= from && begin < until)) return begin;
  const ends = spans
    .filter(({ from, until }) =>
      members.some(({ created_at: at }) => at >= from && at < until && at - from < 3_600_000),
    )
    .map(({ from }) => from);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Returns the time of the newest match of a row; `null` if that is another event. */
function plainTimeOfMatch(
  { log, filter }: { log: RawLog; filter: LogFilter },
  event: StoredEvent,
): number | null {
  const [newest] = rowOf(log, event)
    .members.filter((member) => isMatch(log, filter, member))
    .toSorted((a, b) => b.created_at - a.created_at || b.seq - a.seq);
  return newest?.seq === event.seq ? event.created_at : null;
}

/** Returns the ids of the rows of a filter, newest first, by looking at every record. */
export function plainRows(log: RawLog, filter: LogFilter): string[] {
  const { streamerId, viewerId, kinds, spans, search = '' } = filter;
  const isListedAtMatch = viewerId !== null || search !== '';
  const listed = log.events.flatMap((event) => {
    const { anchor, members } = rowOf(log, event);
    if (kinds?.has(anchor.event_type) === false) return [];
    if (!isLarge(toRow(anchor, members), filter)) return [];
    const isOther =
      event.seq !== anchor.seq || (streamerId !== null && event.streamer_id !== streamerId);
    if (!isListedAtMatch && isOther) return [];
    const at = isListedAtMatch
      ? plainTimeOfMatch({ log, filter }, event)
      : plainPlace(spans, { anchor, members });
    return at === null ? [] : [{ at, seq: event.seq, anchor }];
  });
  return listed.toSorted((a, b) => b.at - a.at || b.seq - a.seq).map(({ anchor }) => anchor.id);
}
