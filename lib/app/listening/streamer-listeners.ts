import type { BackfillResult } from '@/lib/app/backfill/backfilled-event';
import { deleteSubscriptionReport } from '@/lib/db/subscription-report';
import { joinOrder } from './others/join-order';
import type { OtherChannel } from './others/look';
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
  /** Returns the channels with the parts of their state that have to be looked up. */
  lookedUp(): OtherChannel[];
  /** Called with what was looked up. */
  found(streamerId: string, result: BackfillResult): void;
  /** Looks up the recordings of those for whom it is time. */
  checkRecordings(): void;
  /** Returns the number of payloads that lacked what their kind needs. */
  unreadablePayloads(): number;
  renamed(target: ListenTarget): void;
  stop(): void;
}

/** Options of {@link createStreamerListeners}. */
export type StreamerListenersOptions = Omit<StreamerListenerOptions, 'streamer' | 'planned'>;

interface Entry extends StreamerTarget {
  listener: StreamerListener;
}

/** Creates the listeners. Nothing happens before `start`. */
export function createStreamerListeners(options: StreamerListenersOptions): StreamerListeners {
  let entries = new Map<string, Entry>();
  let earlierUnreadable = 0;

  /** Returns the listener of a streamer, with this plan. */
  async function entryOf(target: StreamerTarget, planned: StreamerPlan): Promise<Entry> {
    const known = entries.get(target.streamer.id);
    if (known === undefined) {
      const { streamer } = target;
      return {
        ...target,
        listener: await createStreamerListener({ ...options, streamer, planned }),
      };
    }
    const { listener } = known;
    if (isSamePlan(listener.planned, planned)) listener.renamed(target.streamer);
    else await listener.replan(target.streamer, planned);
    return { ...target, listener };
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
    entries = new Map(next.map((entry) => [entry.streamer.id, entry]));
  }

  return {
    start: async (target) => {
      const plans = await planStreamers(target, options);
      await listenTo(target.streamers.slice(0, 1), plans);
      return async () => await listenTo(target.streamers, plans);
    },
    change: async (target) => {
      const gone = takeOthers(entries, target.streamers);
      for (const entry of gone) endListening(entry, options);
      earlierUnreadable += sumOfUnreadable(gone);
      // What is known of the next ones may still be in the queue.
      const [plans] = await Promise.all([planStreamers(target, options), options.writes.idle()]);
      await listenTo(target.streamers, plans);
    },
    served: () => servedOf([...entries.values()]),
    lookedUp: () => [...entries.values()].map(({ listener }) => listener.lookedUp),
    found: (streamerId, result) => entries.get(streamerId)?.listener.found(result),
    checkRecordings: () => forAll(entries, (listener) => listener.checkRecordings()),
    unreadablePayloads: () => earlierUnreadable + sumOfUnreadable([...entries.values()]),
    renamed: ({ streamers }) => {
      for (const { streamer } of streamers) entries.get(streamer.id)?.listener.renamed(streamer);
    },
    stop: () => forAll(entries, (listener) => listener.stop()),
  };
}

function forAll(
  entries: ReadonlyMap<string, Entry>,
  act: (listener: StreamerListener) => void,
): void {
  for (const { listener } of entries.values()) act(listener);
}

/** Takes the listeners of those who are not among the streamers any more. */
function takeOthers(entries: Map<string, Entry>, streamers: readonly StreamerTarget[]): Entry[] {
  const ids = new Set(streamers.map(({ streamer }) => streamer.id));
  const others = [...entries.values()].filter(({ streamer }) => !ids.has(streamer.id));
  for (const { streamer } of others) entries.delete(streamer.id);
  return others;
}

/** Ends listening to a streamer. The history stays. */
function endListening(
  { streamer, listener }: Entry,
  { db, writes, attendance }: StreamerListenersOptions,
): void {
  const { id } = streamer;
  listener.stop();
  attendance.remove(id, 'not_listed');
  writes.enqueue('deleting a subscription report', () => deleteSubscriptionReport(db, id));
}

function sumOfUnreadable(entries: readonly Entry[]): number {
  return entries.reduce((sum, { listener }) => sum + listener.unreadablePayloads(), 0);
}

function servedOf(entries: readonly Entry[]): ServedStreamer[] {
  const live = entries.filter(({ listener }) => listener.lookedUp.channel.state.live !== null);
  const liveIds = new Set(live.map(({ streamer }) => streamer.id));
  return joinOrder(entries, liveIds).map(({ streamer, listener }) => ({
    streamerId: streamer.id,
    subscriptions: listener.planned.plan.subscriptions,
    receiver: listener,
  }));
}

/** A plan is data only, made in the same order each time. */
function isSamePlan(a: StreamerPlan, b: StreamerPlan): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
