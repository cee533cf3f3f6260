import type { StreamEvent } from '@/lib/domain/event/event';
import type { FeedRow } from '@/lib/domain/row/row';
import { MINUTE } from '@/lib/time';

/** An event that the log must contain. */
interface Entry {
  /** The final event: for a progress, the latest report. */
  event: StreamEvent;
  id: string;
  seq: number;
  /** The time of the first report. */
  at: number;
}

/** The compared parts of a row. */
interface RowShape extends Omit<FeedRow, 'event' | 'followers'> {
  at: number;
  kind: string;
  viewer: string | null;
  detail: unknown;
  /** Display names. */
  followers: unknown[];
}

/** Returns the compared parts of a row. */
export function shapeOf({ event, followers, ...row }: FeedRow): RowShape {
  const { created_at: at, event_type: kind, viewer_name: viewer, detail } = event;
  return { ...row, at, kind, viewer, detail, followers: followers.map(({ name }) => name) };
}

/** The expected log and rows, computed at the end from all events. */
interface NaiveLog {
  entries: readonly Entry[];
  /** Newest first. */
  rows: readonly RowShape[];
}

const isProgress = ({ event_type }: StreamEvent) => event_type.endsWith('_progress');

/** Returns true if the batch contains a later report of the same progress. */
function isOutdated(event: StreamEvent, batch: readonly StreamEvent[]): boolean {
  const reports = batch.filter(({ natural_key }) => natural_key === event.natural_key);
  const latest = Math.max(...reports.map(({ created_at }) => created_at));
  return isProgress(event) && reports.find((report) => report.created_at === latest) !== event;
}

function entriesOf(batches: readonly (readonly StreamEvent[])[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const batch of batches) {
    for (const event of batch) {
      const key = event.natural_key ?? event.id;
      const known = entries.get(key);
      if (isOutdated(event, batch)) continue;
      if (known === undefined) {
        const { id, created_at: at } = event;
        entries.set(key, { event, id, seq: entries.size + 1, at });
      } else if (isProgress(event) && event.created_at > known.event.created_at) {
        known.event = event;
      }
    }
  }
  return [...entries.values()];
}

type Group = Entry[];

const firstOf = (group: Group) => group.reduce((a, b) => (b.seq < a.seq ? b : a));
const kindOf = (group: Group) => firstOf(group).event.event_type;

function byTime(group: Group): Group {
  return group.toSorted((a, b) => a.event.created_at - b.event.created_at || a.seq - b.seq);
}

/** Splits a list between neighbors that do not belong together. */
function cut<Item>(items: readonly Item[], together: (a: Item, b: Item) => boolean): Item[][] {
  const parts: Item[][] = [];
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    if (before === undefined || !together(before, item)) parts.push([]);
    parts.at(-1)?.push(item);
  }
  return parts;
}

function groupsOf(entries: readonly Entry[]): Group[] {
  const updates = entries.filter(({ event }) => event.event_type === 'channel_update');
  const others = entries.filter((entry) => !updates.includes(entry));
  const chains = cut(
    byTime(updates),
    (a, b) => b.event.created_at - a.event.created_at <= 2 * MINUTE,
  );
  const threads = Map.groupBy(others, ({ event: { thread, id } }) => thread ?? id);
  return [...chains, ...threads.values()];
}

function byPlace(groups: readonly Group[]): Group[] {
  return groups.toSorted((a, b) => {
    const [first, second] = [firstOf(a), firstOf(b)];
    return first.at - second.at || first.seq - second.seq;
  });
}

function withGroupedFollows(groups: readonly Group[]): Group[] {
  const areFollows = (a: Group, b: Group) => kindOf(a) === 'follow' && kindOf(b) === 'follow';
  return cut(byPlace(groups), areFollows).map((run) => run.flat());
}

const PHASES = ['begin', 'progress', 'lock', 'end'];
const phaseOf = (kind: string) => PHASES.indexOf(kind.split('_').at(-1) ?? '');

/** Returns the event that describes a row. */
function describingEvent(group: Group): StreamEvent {
  const [first, last] = [byTime(group).at(0), byTime(group).at(-1)];
  const furthest = group.toSorted(
    (a, b) => phaseOf(b.event.event_type) - phaseOf(a.event.event_type),
  );
  const header = group.find(({ event }) => event.event_type === 'community_gift');
  if (first?.event.event_type === 'channel_update' && last?.event.event_type === 'channel_update') {
    const { before } = first.event.detail;
    return { ...last.event, detail: { before, after: last.event.detail.after } };
  }
  if (kindOf(group) === 'follow' && last !== undefined) return last.event;
  if (kindOf(group).includes('gift')) return (header ?? firstOf(group)).event;
  return (furthest.at(0) ?? firstOf(group)).event;
}

function bombOf(group: Group): FeedRow['bomb'] {
  if (!kindOf(group).includes('gift')) return null;
  const recipients = group
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap(({ event }) => (event.event_type === 'gift' ? event.detail.recipient : []));
  const totals = group.map(({ event: { detail } }) => ('total' in detail ? detail.total : null));
  return { total: totals.find((total) => total !== null) ?? null, recipients };
}

function followersOf(group: Group): unknown[] {
  if (kindOf(group) !== 'follow' || group.length === 1) return [];
  const names = byTime(group).map(({ event }) => event.viewer_name);
  return [...new Set(names.toReversed())];
}

function isUndone(group: Group): boolean {
  const titles = byTime(group).flatMap(({ event: { event_type, detail } }) =>
    event_type === 'channel_update' ? [detail.before?.title, detail.after.title] : [],
  );
  const isAsBefore = titles.length > 0 && titles.at(0) === titles.at(-1);
  return isAsBefore && titles.some((title, index) => index % 2 === 1 && title !== titles.at(0));
}

function rowOf(group: Group): RowShape {
  const first = firstOf(group);
  const { event_type: kind, viewer_name: viewer, detail } = describingEvent(group);
  const lastSeq = Math.max(...group.map(({ seq }) => seq));
  return {
    id: first.id,
    at: first.at,
    lastSeq,
    newSeq: ['follow', 'channel_update'].includes(kindOf(group)) ? lastSeq : first.seq,
    changedAt: Math.max(...group.map(({ event }) => event.created_at)),
    kind,
    viewer,
    detail,
    bomb: bombOf(group),
    followers: followersOf(group),
    isUndone: isUndone(group),
  };
}

/** Returns the expected log and rows of these batches, after all follows have been grouped. */
export function naiveLog(batches: readonly (readonly StreamEvent[])[]): NaiveLog {
  const entries = entriesOf(batches);
  const rows = byPlace(withGroupedFollows(groupsOf(entries))).map(rowOf);
  return { entries, rows: rows.toReversed() };
}
