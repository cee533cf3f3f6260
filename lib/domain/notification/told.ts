import { isFresh } from './rule';

/** Something that the user is notified of. */
export interface News {
  /** Equal for everything that belongs to the same row, such as a gift bomb. */
  key: string;
  /** Milliseconds since 1970. */
  time: number;
  /** In the user's language. */
  text: string;
}

/** The news of one streamer. */
export interface StreamerNews {
  /** Not shown yet, in order of arrival. */
  waiting: readonly News[];
  /** The lines of the notification that was shown last, newest first, at most {@link MAX_LINES}. */
  lines: readonly string[];
  /** Number of events that it is about. */
  count: number;
}

/** What the user was or will be notified of. */
export interface Told {
  /** By the id of the streamer. */
  news: Readonly<Record<string, StreamerNews>>;
  /** When a gift bomb was told, by its thread. */
  bombs: Readonly<Record<string, number>>;
}

/** A notification names at most so many events. */
const MAX_LINES = 3;

/** All gifts of a gift bomb have arrived long before. */
const BOMB_MS = 60 * 60_000;

const NOTHING: StreamerNews = { waiting: [], lines: [], count: 0 };

/** Returns the news of a streamer. */
export function newsOf({ news }: Told, streamerId: string): StreamerNews {
  return news[streamerId] ?? NOTHING;
}

/** Returns what was told, with news that wait. News with the same key replace each other. */
export function withNews(told: Told, streamerId: string, added: News): Told {
  const now = newsOf(told, streamerId);
  const index = now.waiting.findIndex(({ key }) => key === added.key);
  const waiting = index < 0 ? [...now.waiting, added] : now.waiting.with(index, added);
  return withNewsOf(told, streamerId, { ...now, waiting });
}

/** Returns what was told, with a gift bomb whose later gifts are no news. */
export function withBomb(told: Told, thread: string, now: number): Told {
  const recent = Object.entries(told.bombs).filter(([, time]) => now - time < BOMB_MS);
  return { ...told, bombs: { ...Object.fromEntries(recent), [thread]: now } };
}

/** Returns true if a gift bomb was told, and its notification can no longer change. */
export function isOver(told: Told, streamerId: string, thread: string): boolean {
  const { waiting } = newsOf(told, streamerId);
  return Object.hasOwn(told.bombs, thread) && !waiting.some(({ key }) => key === thread);
}

/**
 * Returns the news of a streamer when what waits is shown. If the last notification still `isShown`,
 * the new one takes its place and is about the same events, too. Returns `null` if nothing is new.
 */
export function nextNews(
  { waiting, ...last }: StreamerNews,
  { isShown, now }: { isShown: boolean; now: number },
): StreamerNews | null {
  const fresh = waiting.filter(({ time }) => isFresh(time, now)).toReversed();
  if (fresh.length === 0) return null;
  const earlier = isShown ? last : NOTHING;
  const lines = [...fresh.map(({ text }) => text), ...earlier.lines].slice(0, MAX_LINES);
  return { waiting: [], lines, count: fresh.length + earlier.count };
}

/** Returns what was told, with other news of a streamer. */
export function withNewsOf(told: Told, streamerId: string, next: StreamerNews): Told {
  return { ...told, news: { ...told.news, [streamerId]: next } };
}

/** Returns what was told without what waits at a streamer. */
export function withoutWaiting(told: Told, streamerId: string): Told {
  return withNewsOf(told, streamerId, { ...newsOf(told, streamerId), waiting: [] });
}

/** Returns the ids of the streamers with news that wait. */
export function waitingAt({ news }: Told): string[] {
  return Object.keys(news).filter((id) => (news[id]?.waiting.length ?? 0) > 0);
}
