import Dexie from 'dexie';
import type { Database } from '../../database';
import { boundsOf, type Entry, memoryList, type ReadPart } from '../log/lists';

/** The primary key of the words. */
const KEY = '[streamer_id+word+at+seq]';

/** Keys that are read at once to see how frequent a word is. */
const SAMPLE = 500;

/** After every word that begins with the text before it. */
const HIGHEST = '\uFFFF';

type WordKey = [streamerId: string, word: string, at: number, seq: number];

/**
 * Returns lists that contain all events of a streamer with all of the words, the last of which may be the
 * beginning of a word. They contain others, too: those that have the rarest of the words.
 */
export async function wordLists(
  db: Database,
  streamerId: string,
  { words, signal }: { words: readonly string[]; signal: AbortSignal | undefined },
): Promise<ReadPart[]> {
  const [last, ...whole] = words.toReversed();
  if (last === undefined) return [];
  if (whole.length === 0) return await listsOfBeginning(db, [streamerId, last], signal);
  const samples = await Promise.all(
    whole.map(async (word) => ({ word, keys: await newestKeys(db, streamerId, word) })),
  );
  const [rarest] = samples.toSorted((a, b) => frequencyOf(a.keys) - frequencyOf(b.keys));
  if (rarest === undefined || rarest.keys.length === 0) return [];
  if (rarest.keys.length < SAMPLE) return [memoryList(rarest.keys.map(entryOf))];
  const beginning = await keysOfBeginning(db, [streamerId, last], last);
  if (beginning.length < SAMPLE) return [memoryList(beginning.map(entryOf))];
  return [wordList(db, streamerId, rarest.word)];
}

/** Returns a number that is the greater, the more frequent a word is. */
function frequencyOf(newest: readonly WordKey[]): number {
  if (newest.length < SAMPLE) return -1 / (newest.length + 1);
  // The further the newest ones reach back, the rarer they are.
  return newest.at(-1)?.[2] ?? 0;
}

/**
 * Returns a list of each frequent word that begins with a text, and one of all rare ones together,
 * which is read at once: there are many rare words, and asking for each of them would take long.
 */
async function listsOfBeginning(
  db: Database,
  [streamerId, beginning]: readonly [streamerId: string, beginning: string],
  signal: AbortSignal | undefined,
): Promise<ReadPart[]> {
  const lists: ReadPart[] = [];
  const rare: Entry[] = [];
  let after: unknown[] = [streamerId, beginning];
  for (;;) {
    signal?.throwIfAborted();
    const keys = await keysOfBeginning(db, after, beginning);
    const last = keys.at(-1);
    if (last === undefined || keys.length < SAMPLE) {
      rare.push(...keys.map(entryOf));
      return [...lists, memoryList(rare)];
    }
    const [, word] = last;
    const first = keys.findIndex((key) => key[1] === word);
    if (first < SAMPLE / 2) {
      rare.push(...keys.slice(0, first).map(entryOf));
      lists.push(wordList(db, streamerId, word));
      after = [streamerId, word, Dexie.maxKey];
    } else {
      rare.push(...keys.map(entryOf));
      after = last;
    }
  }
}

/** Returns the keys after one whose words begin with a text, by word. */
async function keysOfBeginning(
  db: Database,
  after: readonly unknown[],
  beginning: string,
): Promise<WordKey[]> {
  const [streamerId] = after;
  return await db.words
    .where(KEY)
    .between(after, [streamerId, beginning + HIGHEST], false, false)
    .limit(SAMPLE)
    .primaryKeys();
}

async function newestKeys(db: Database, streamerId: string, word: string): Promise<WordKey[]> {
  return await db.words
    .where(KEY)
    .between([streamerId, word], [streamerId, word, Dexie.maxKey])
    .reverse()
    .limit(SAMPLE)
    .primaryKeys();
}

/** Returns the list of the events of a streamer that have a word. */
function wordList(db: Database, streamerId: string, word: string): ReadPart {
  return async (part) => {
    const { isNewer, limit } = part;
    const { from, until, after } = boundsOf(part);
    const place = after === null ? null : [streamerId, word, after.at, after.seq];
    const lower = (isNewer ? place : null) ?? [streamerId, word, from];
    const upper = (isNewer ? null : place) ?? [streamerId, word, until];
    const range = db.words.where(KEY).between(lower, upper, false, false);
    const keys = await (isNewer ? range : range.reverse()).limit(limit).primaryKeys();
    return keys.map(entryOf);
  };
}

function entryOf([, , at, seq]: WordKey): Entry {
  return { at, seq };
}
