import type { ChannelState } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { Seen } from '@/lib/domain/history/seen';
import type { Problem } from '@/lib/domain/problem';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Log } from '@/lib/log';
import type { StreamerFeed } from '@/lib/settings/feed';
import type { Clock } from '@/lib/time';
import { createDirtySet } from './dirty-set';
import {
  type Confirmation,
  createBoard,
  type IndexState,
  type Publication,
  type Published,
  stateOf,
} from './publication';
import { createListsReader, type ListsReaderOptions } from './streamer-lists';

/** Dependencies of {@link createPublisher}. */
export interface PublisherOptions extends ListsReaderOptions {
  /** What was published last, by the last worker. */
  initial: Published;
  /** Returns the stored feeds of streamers by their ids, as this version can show them. */
  readStored(streamerIds: readonly string[]): Promise<ReadonlyMap<string, StreamerFeed>>;
  readSeen(): Promise<Seen>;
  /** Stores what has changed, in one write, and shows the badge. */
  show(publication: Publication, published: Published): Promise<void>;
  clock: Clock;
  log: Log;
}

/** Publishes the feed to the screens that cannot read the database. */
export interface Publisher {
  readonly state: IndexState;
  /** Changes the index and publishes soon: also the feeds of streamers who are new in the list. */
  update(change: Partial<IndexState>): void;
  /** Changes the state of a streamer's channel and publishes soon. */
  channelChanged(streamerId: string, channel: ChannelState): void;
  /** Changes why events of a streamer are not received, and publishes soon. */
  problemChanged(streamerId: string, problem: Problem | null): void;
  /**
   * Publishes the lists of these streamers soon; of everybody, if none are given. Calls in quick
   * succession share one publication.
   */
  publish(streamerIds?: readonly string[]): void;
  /** Subscriber of the recorder: publishes the lists of the streamers that events are of. */
  recorded(events: readonly StoredEvent[], written: readonly StreamEvent[]): void;
  /** Confirms soon that the background is at work, and tries again what could not be published. */
  confirm(): void;
  /** Called when the filters may have changed: reads them again and publishes soon. */
  filtersChanged(): void;
}

/** The shortest time between two publications: about three frames of a screen. */
const MIN_INTERVAL_MS = 50;
/** The most feeds in one publication. The index does not wait until those of everybody are read. */
const MAX_FEEDS = 10;

/** Creates a publisher. Nothing is published before the first call. */
export function createPublisher(options: PublisherOptions): Publisher {
  const { initial, readStored, readSeen, show, clock, log } = options;
  const board = createBoard(initial);
  const reader = createListsReader(options);
  const confirmation = createConfirmation(initial.index.publishedAt, clock);
  let state = stateOf(initial.index);
  const idsOf = () => state.streamers.map(({ id }) => id);
  const dirty = createDirtySet(idsOf());
  let isDue = false;
  let isBusy = false;

  /** Reads the lists of streamers. If the database cannot be read, they stay as they are. */
  async function readLists(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const missing = ids.filter((id) => !board.isLoaded(id));
    const stored = missing.length > 0 ? await readStored(missing) : null;
    for (const id of missing) board.loaded(id, stored?.get(id) ?? null);
    try {
      const seen = await readSeen();
      await Promise.all(ids.map(async (id) => board.listsRead(id, await reader.read(id, seen))));
    } catch (error) {
      // The state of the connection must be shown anyway.
      log.warn('the lists of the feed could not be read', error);
      dirty.failed(ids);
    }
  }

  async function publishOnce(): Promise<void> {
    isBusy = true;
    isDue = false;
    const ids = dirty.take(MAX_FEEDS);
    try {
      await readLists(ids);
      const listed = new Set(idsOf());
      const { publication, published } = board.prepare(
        state,
        // The list may have changed meanwhile.
        ids.filter((id) => listed.has(id)),
        confirmation.take(),
      );
      await show(publication, published);
      board.stored(publication);
    } catch (error) {
      log.warn('the feed could not be published', error);
      dirty.failed(ids);
      confirmation.due();
    }
    clock.after(MIN_INTERVAL_MS, () => {
      isBusy = false;
      if (isDue || !dirty.isEmpty()) void publishOnce();
    });
  }

  function publishSoon(): void {
    isDue = true;
    if (!isBusy) void publishOnce();
  }
  function publish(ids: readonly string[] = idsOf()): void {
    dirty.add(ids);
    publishSoon();
  }

  return {
    get state() {
      return state;
    },
    update: (change) => {
      state = { ...state, ...change };
      if (change.connection !== undefined) confirmation.connectionKnown();
      if (change.streamers !== undefined) dirty.listed(idsOf());
      publishSoon();
    },
    channelChanged: (id, channel) => {
      board.channelChanged(id, channel);
      publish([id]);
    },
    problemChanged: (id, problem) => {
      board.problemChanged(id, problem);
      publishSoon();
    },
    publish,
    recorded: (_new, written) => publish(written.map(({ streamer_id }) => streamer_id)),
    confirm: () => {
      confirmation.due();
      dirty.retry();
      publishSoon();
    },
    filtersChanged: () => {
      reader.filtersChanged();
      publish();
    },
  };
}

/** Keeps when the background confirmed the index. */
function createConfirmation(initial: number, clock: Clock) {
  let publishedAt = initial;
  let isDue = false;
  let isConnectionKnown = false;
  return {
    due: () => {
      isDue = true;
    },
    /** Called when this worker knows the connection: that of the last one is not confirmed. */
    connectionKnown: () => {
      isDue ||= !isConnectionKnown;
      isConnectionKnown = true;
    },
    take: (): Confirmation => {
      // What another worker has published is not true for longer because this one repeats it.
      if (isConnectionKnown) publishedAt = clock.now();
      const confirmation = { publishedAt, isDue: isDue && isConnectionKnown };
      isDue = false;
      return confirmation;
    },
  };
}
