import type { StreamEvent } from '@/lib/domain/event/event';
import type { FeedRow } from '@/lib/domain/row/row';
import { MINUTE } from '@/lib/time';

/** An event that the log must hold. */
interface Entry {
  /** As it stands in the end: of a progress the latest report. */
  event: StreamEvent;
  id: string;
  seq: number;
  /** The time it came in with. */
  at: number;
}

/** What is compared of a row. */
interface RowShape extends Pick<FeedRow, 'id' | 'lastSeq' | 'changedAt' | 'bomb' | 'isUndone'> {
  at: number;
  kind: string;
  viewer: string | null;
  detail: unknown;
  /** Their names. */
  followers: unknown[];
}

/** The same of a row of the product. */
export function shapeOf({ event, followers, ...row }: FeedRow): RowShape {
  const { created_at: at, event_type: kind, viewer_name: viewer, detail } = event;
  return { ...row, at, kind, viewer, detail, followers: followers.map(({ name }) => name) };
}

/** What the log must hold and show: found out at the end, from all that ever came. */
interface NaiveLog {
  entries: readonly Entry[];
  /** Newest first. */
  rows: readonly RowShape[];
}

const isProgress = ({ event_type }: StreamEvent) => event_type.endsWith('_progress');

/** Whether the batch itself has later news of the same progress. */
function isOutdated(event: StreamEvent, batch: readonly StreamEvent[]): boolean {
  const reports = batch.filter(({ natural_key }) => natural_key === event.natural_key);
  const latest = Math.max(...reports.map(({ created_at }) => created_at));
  return isProgress(event) && reports.find((one) => one.created_at === latest) !== event;
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

const firstOf = (group: Group) => group.reduce((one, two) => (two.seq < one.seq ? two : one));
const kindOf = (group: Group) => firstOf(group).event.event_type;

function inTime(group: Group): Group {
  return group.toSorted(
    (one, two) => one.event.created_at - two.event.created_at || one.seq - two.seq,
  );
}

/** Cuts a list wherever its neighbours do not belong together. */
function cut<Item>(items: readonly Item[], together: (one: Item, two: Item) => boolean): Item[][] {
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
    inTime(updates),
    (one, two) => two.event.created_at - one.event.created_at <= 2 * MINUTE,
  );
  const threads = Map.groupBy(others, ({ event: { thread, id } }) => thread ?? id);
  return [...chains, ...threads.values()];
}

function inPlace(groups: readonly Group[]): Group[] {
  return groups.toSorted((one, two) => {
    const [first, second] = [firstOf(one), firstOf(two)];
    return first.at - second.at || first.seq - second.seq;
  });
}

function folded(groups: readonly Group[]): Group[] {
  const areFollows = (one: Group, two: Group) =>
    kindOf(one) === 'follow' && kindOf(two) === 'follow';
  return cut(inPlace(groups), areFollows).map((run) => run.flat());
}

const PHASES = ['begin', 'progress', 'lock', 'end'];
const phaseOf = (kind: string) => PHASES.indexOf(kind.split('_').at(-1) ?? '');

/** The event that a row is told by, as it is told. */
function toldBy(group: Group): StreamEvent {
  const [first, last] = [inTime(group).at(0), inTime(group).at(-1)];
  const furthest = group.toSorted(
    (one, two) => phaseOf(two.event.event_type) - phaseOf(one.event.event_type),
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
    .toSorted((one, two) => one.seq - two.seq)
    .flatMap(({ event }) => (event.event_type === 'gift' ? event.detail.recipient : []));
  const totals = group.map(({ event: { detail } }) => ('total' in detail ? detail.total : null));
  return { total: totals.find((total) => total !== null) ?? null, recipients };
}

function followersOf(group: Group): unknown[] {
  if (kindOf(group) !== 'follow' || group.length === 1) return [];
  const names = inTime(group).map(({ event }) => event.viewer_name);
  return [...new Set(names.toReversed())];
}

function isUndone(group: Group): boolean {
  const titles = inTime(group).flatMap(({ event: { event_type, detail } }) =>
    event_type === 'channel_update' ? [detail.before?.title, detail.after.title] : [],
  );
  const isAsBefore = titles.length > 0 && titles.at(0) === titles.at(-1);
  return isAsBefore && titles.some((title, index) => index % 2 === 1 && title !== titles.at(0));
}

function rowOf(group: Group): RowShape {
  const first = firstOf(group);
  const { event_type: kind, viewer_name: viewer, detail } = toldBy(group);
  return {
    id: first.id,
    at: first.at,
    lastSeq: Math.max(...group.map(({ seq }) => seq)),
    changedAt: Math.max(...group.map(({ event }) => event.created_at)),
    kind,
    viewer,
    detail,
    bomb: bombOf(group),
    followers: followersOf(group),
    isUndone: isUndone(group),
  };
}

/** What the log must hold and show of events that were written in these batches, all follows old. */
export function naiveLog(batches: readonly (readonly StreamEvent[])[]): NaiveLog {
  const entries = entriesOf(batches);
  const rows = inPlace(folded(groupsOf(entries))).map(rowOf);
  return { entries, rows: rows.toReversed() };
}
