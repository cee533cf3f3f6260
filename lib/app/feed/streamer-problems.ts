import type { Problem } from '@/lib/domain/problem';
import type { IndexedStreamer } from '@/lib/settings/feed';

/** Why events of streamers are not received. Ids are those of streamers. */
export interface StreamerProblems {
  /** Called with what a listener reports. */
  reported(streamerId: string, problem: Problem | null): void;
  /** Called when Twitch no longer has a streamer, or has one again. */
  goneChanged(streamerId: string, isGone: boolean): void;
  of(streamerId: string): Problem | null;
  /** Called when a streamer has left the list. */
  delete(streamerId: string): void;
}

/**
 * Creates it with what the last worker has published. That a streamer is gone is a fact of its own:
 * the listener that ends because of it may still report that Twitch refuses its subscriptions.
 */
export function createStreamerProblems(published: readonly IndexedStreamer[]): StreamerProblems {
  const reported = new Map(published.map(({ id, problem }) => [id, problem]));
  const gone = new Set<string>();
  return {
    reported: (id, problem) => void reported.set(id, problem),
    goneChanged: (id, isGone) => {
      if (isGone) gone.add(id);
      else gone.delete(id);
      // What the ended listener has reported does not concern the next one.
      reported.delete(id);
    },
    of: (id) => (gone.has(id) ? 'streamer_gone' : (reported.get(id) ?? null)),
    delete: (id) => {
      reported.delete(id);
      gone.delete(id);
    },
  };
}
