import Dexie from 'dexie';
import type { NamedUser } from '@/lib/domain/event/user';
import type { Span } from '@/lib/domain/history/spans';
import type { PersonRecord } from '@/lib/domain/log-index/person';
import { totalOf } from '@/lib/domain/people/kind-counts';
import type { Database } from '../database';
import { latestNameOf } from '../feed/viewer-name';
import { addUp } from './lists-of-time';
import { recordsOfPerson } from './records-of-person';

/** Everything about one viewer. */
export interface Person {
  id: string;
  /** The latest name; `null` if the log knows none. */
  name: NamedUser | null;
  /** Names that they had before, the latest first. */
  earlier: readonly NamedUser[];
  /** Times of the first and the last event of theirs in the log, in milliseconds since 1970. */
  firstAt: number;
  lastAt: number;
  /** What they did on each channel, in the span. The channel with most events comes first. */
  channels: readonly PersonRecord[];
}

/**
 * Reads what the log knows of a viewer; `null` if it has no event of theirs. What they did is that of a span,
 * if there is one, and otherwise as far as the index is. Opens no transaction, so that it works in a live query.
 */
export async function readPerson(
  db: Database,
  id: string,
  span: Span | null = null,
): Promise<Person | null> {
  const events = () =>
    db.events.where('[viewer_id+created_at]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
  // Begun together, so that a live query observes all of them, see `readFeed`.
  const [first, last, latest, viewer, channels] = await Promise.all([
    events().first(),
    events().last(),
    latestNameOf(db, id),
    db.viewers.get(id),
    span === null ? recordsOfPerson(db, id) : recordsOfTime(db, id, span),
  ]);
  if (first === undefined || last === undefined) return null;
  const names = viewer?.names ?? [];
  const name = latest ?? names[0] ?? null;
  return {
    id,
    name,
    earlier: names.filter((other) => other.name !== name?.name || other.login !== name.login),
    firstAt: first.created_at,
    lastAt: last.created_at,
    channels: channels.toSorted((a, b) => totalOf(b.counts) - totalOf(a.counts)),
  };
}

/** Adds up what a viewer did in a time, which is in no index. */
async function recordsOfTime(
  db: Database,
  id: string,
  { from, until }: Span,
): Promise<readonly PersonRecord[]> {
  const people = new Map<string, PersonRecord[]>();
  addUp(
    people,
    await db.events
      .where('[viewer_id+created_at]')
      .between([id, from], [id, until], true, false)
      .toArray(),
  );
  return people.get(id) ?? [];
}
