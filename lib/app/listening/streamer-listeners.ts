import type { AccountRecord } from '@/lib/db/database';
import { deleteSubscriptionReport } from '@/lib/db/subscription-report';
import type { ServedStreamer } from './served-streamers';
import {
  createStreamerListener,
  type StreamerListener,
  type StreamerListenerOptions,
} from './streamer-listener';
import type { ListenTarget, StreamerTarget } from './streamer-plan';

/** The listeners of all streamers of one connection. */
export interface StreamerListeners {
  /** Listens to the first of the streamers only. The others follow with `change`. */
  start(target: ListenTarget): Promise<void>;
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
export type StreamerListenersOptions = Omit<StreamerListenerOptions, 'account' | 'target'>;

interface Entry {
  target: StreamerTarget;
  listener: StreamerListener;
}

/** Creates the listeners. Nothing happens before `start`. */
export function createStreamerListeners(options: StreamerListenersOptions): StreamerListeners {
  let entries = new Map<string, Entry>();
  let scopes: readonly string[] = [];
  let earlierUnreadable = 0;
  const { db, writes, attendance } = options;
  const factory = createEntries(options);

  /** Returns the listener of a streamer, with the plan that the target needs. */
  async function entryOf(account: AccountRecord, target: StreamerTarget): Promise<Entry> {
    const known = entries.get(target.streamer.id);
    if (known === undefined) return await factory.create(account, target);
    known.listener.renamed(target.streamer);
    const areScopesSame = scopes.join(' ') === account.scopes.join(' ');
    if (areScopesSame && factory.isPlanned(known, target)) return known;
    return await factory.replan(known, account, target);
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

  return {
    start: async ({ account, streamers: [first] }) => {
      if (first === undefined) return;
      entries = new Map([[first.streamer.id, await factory.create(account, first)]]);
      scopes = account.scopes;
    },
    change: async ({ account, streamers }) => {
      stopOthers(streamers);
      // What is known of the next ones may still be in the queue.
      await writes.idle();
      const next = await Promise.all(streamers.map((target) => entryOf(account, target)));
      entries = new Map(next.map((entry) => [entry.target.streamer.id, entry]));
      scopes = account.scopes;
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

/** Creates listeners, and knows which of their plans are outdated. */
function createEntries(options: StreamerListenersOptions) {
  const { events } = options;
  /** The streamers on whose channel the viewer has another role now. */
  const outdated = new Set<string>();
  return {
    create: async (account: AccountRecord, target: StreamerTarget): Promise<Entry> => {
      const planOutdated = () => {
        outdated.add(target.streamer.id);
        events.planOutdated();
      };
      const listener = await createStreamerListener({
        ...options,
        account,
        target,
        events: { ...events, planOutdated },
      });
      return { target, listener };
    },
    isPlanned: (known: Entry, target: StreamerTarget): boolean =>
      choicesOf(known.target) === choicesOf(target) && !outdated.has(target.streamer.id),
    replan: async (
      { listener }: Entry,
      account: AccountRecord,
      target: StreamerTarget,
    ): Promise<Entry> => {
      await listener.replan(account, target);
      outdated.delete(target.streamer.id);
      return { target, listener };
    },
  };
}

function toServed({ target, listener }: Entry): ServedStreamer {
  const { subscriptions } = listener.plan;
  return { streamerId: target.streamer.id, subscriptions, receiver: listener };
}

/** Twitch allows few chats to be joined at once, so those who wait longest are the least missed. */
function byImportance(a: Entry, b: Entry): number {
  const rank = ({ target, listener }: Entry) => (target.isFavorite ? 0 : listener.isLive() ? 1 : 2);
  return rank(a) - rank(b);
}

/** Returns a text that is the same as long as the user has chosen the same. */
function choicesOf({ streamer: _streamer, ...choices }: StreamerTarget): string {
  return JSON.stringify(choices);
}
