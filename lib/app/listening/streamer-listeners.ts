import { deleteSubscriptionReport } from '@/lib/db/subscription-report';
import type { ServedStreamer } from './served-streamers';
import {
  createStreamerListener,
  type StreamerListener,
  type StreamerListenerOptions,
} from './streamer-listener';
import {
  type ListenTarget,
  planStreamers,
  type StreamerPlan,
  type StreamerTarget,
} from './streamer-plan';

/** The listeners of all streamers of one connection. */
export interface StreamerListeners {
  /**
   * Listens to the first of the streamers only. Returns a function that does the same for all of
   * them. Both throw what the database throws.
   */
  start(target: ListenTarget): Promise<() => Promise<void>>;
  /**
   * Listens to other streamers, or to the same with another plan. The caller passes them to the
   * connection. Throws what the database throws.
   */
  change(target: ListenTarget): Promise<void>;
  /** Returns them in the order in which Twitch is asked: the favorite, those who are live, the rest. */
  served(): ServedStreamer[];
  /** Returns the number of payloads that lacked what their kind needs. */
  unreadablePayloads(): number;
  renamed(target: ListenTarget): void;
  stop(): void;
}

/** Options of {@link createStreamerListeners}. */
export type StreamerListenersOptions = Omit<StreamerListenerOptions, 'target' | 'planned'>;

interface Entry {
  target: StreamerTarget;
  listener: StreamerListener;
}

/** Creates the listeners. Nothing happens before `start`. */
export function createStreamerListeners(options: StreamerListenersOptions): StreamerListeners {
  const { db, writes, attendance } = options;
  let entries = new Map<string, Entry>();
  let earlierUnreadable = 0;

  /** Returns the listener of a streamer, with this plan. */
  async function entryOf(target: StreamerTarget, planned: StreamerPlan): Promise<Entry> {
    const known = entries.get(target.streamer.id);
    if (known === undefined) {
      return { target, listener: await createStreamerListener({ ...options, target, planned }) };
    }
    const { listener } = known;
    const isSame = known.target.isFavorite === target.isFavorite;
    if (isSame && isSamePlan(listener.planned, planned)) listener.renamed(target.streamer);
    else await listener.replan(target, planned);
    return { target, listener };
  }

  function stopOthers(streamers: readonly StreamerTarget[]): void {
    const ids = new Set(streamers.map(({ streamer }) => streamer.id));
    for (const [id, { listener }] of entries) {
      if (ids.has(id)) continue;
      listener.stop();
      attendance.remove(id, 'not_listed');
      writes.enqueue('deleting a subscription report', () => deleteSubscriptionReport(db, id));
      earlierUnreadable += listener.unreadablePayloads();
      entries.delete(id);
    }
  }

  async function listenTo(
    streamers: readonly StreamerTarget[],
    plans: readonly StreamerPlan[],
  ): Promise<void> {
    const next = await Promise.all(
      streamers.flatMap((target, index) => {
        const planned = plans[index];
        return planned === undefined ? [] : entryOf(target, planned);
      }),
    );
    entries = new Map(next.map((entry) => [entry.target.streamer.id, entry]));
  }

  return {
    start: async (target) => {
      const plans = await planStreamers(target, options);
      await listenTo(target.streamers.slice(0, 1), plans);
      return async () => await listenTo(target.streamers, plans);
    },
    change: async (target) => {
      stopOthers(target.streamers);
      // What is known of the next ones may still be in the queue.
      const [plans] = await Promise.all([planStreamers(target, options), writes.idle()]);
      await listenTo(target.streamers, plans);
    },
    served: () => [...entries.values()].toSorted(byImportance).map(toServed),
    unreadablePayloads: () =>
      [...entries.values()].reduce(
        (sum, { listener }) => sum + listener.unreadablePayloads(),
        earlierUnreadable,
      ),
    renamed: ({ streamers }) => {
      for (const { streamer } of streamers) entries.get(streamer.id)?.listener.renamed(streamer);
    },
    stop: () => {
      for (const { listener } of entries.values()) listener.stop();
    },
  };
}

function toServed({ target, listener }: Entry): ServedStreamer {
  const { subscriptions } = listener.planned.plan;
  return { streamerId: target.streamer.id, subscriptions, receiver: listener };
}

/** Twitch allows few chats to be joined at once, so those who wait longest are the least missed. */
function byImportance(a: Entry, b: Entry): number {
  const rank = ({ target, listener }: Entry) => (target.isFavorite ? 0 : listener.isLive() ? 1 : 2);
  return rank(a) - rank(b);
}

/** A plan is data only, made in the same order each time. */
function isSamePlan(a: StreamerPlan, b: StreamerPlan): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
