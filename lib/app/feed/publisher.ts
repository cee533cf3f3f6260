import type { ChannelState } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { Seen } from '@/lib/domain/history/seen';
import type { Problem } from '@/lib/domain/problem';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Log } from '@/lib/log';
import type { StreamerFeed } from '@/lib/settings/feed';
import type { Clock } from '@/lib/time';
import { type Board, type Confirmation, createBoard } from './board';
import { createDirtySet, type DirtySet } from './dirty-set';
import { createPacedRuns } from './paced-runs';
import { type IndexState, type Publication, type Published, stateOf } from './publication';
import { createListsReader, type ListsReader, type ListsReaderOptions } from './streamer-lists';

/** Dependencies of {@link createPublisher}. */
export interface PublisherOptions extends ListsReaderOptions {
  /** What was published last, by the last worker. */
  initial: Published;
  /** Returns the stored feeds of streamers by their ids, as this version can show them. */
  readStored(streamerIds: readonly string[]): Promise<ReadonlyMap<string, StreamerFeed>>;
  readSeen(): Promise<Seen>;
  /** Stores what has changed, in one write. */
  store(publication: Publication): Promise<void>;
  showBadge(published: Published): Promise<void>;
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
  /** Tells that Twitch no longer has a streamer, or has one again, and publishes soon. */
  goneChanged(streamerId: string, isGone: boolean): void;
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
  const { initial, clock } = options;
  let state = stateOf(initial.index);
  const idsOf = () => state.streamers.map(({ id }) => id);
  const parts: Parts = {
    board: createBoard(initial),
    reader: createListsReader(options),
    confirmation: createConfirmation(initial.index.publishedAt, clock),
    dirty: createDirtySet(idsOf()),
  };
  const { board, reader, confirmation, dirty } = parts;
  const publishSoon = createPacedRuns({
    run: () => publishOnce(() => state, { ...options, ...parts }),
    hasMore: () => !dirty.isEmpty(),
    intervalMs: MIN_INTERVAL_MS,
    clock,
  });

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
      board.problems.reported(id, problem);
      publishSoon();
    },
    goneChanged: (id, isGone) => {
      board.problems.goneChanged(id, isGone);
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

interface Parts {
  board: Board;
  reader: ListsReader;
  confirmation: ReturnType<typeof createConfirmation>;
  dirty: DirtySet;
}

/** Publishes what has changed. What could not be published is left for the next confirmation. */
async function publishOnce(
  stateNow: () => IndexState,
  options: PublisherOptions & Parts,
): Promise<void> {
  const { board, dirty, confirmation, store, showBadge, log } = options;
  const ids = dirty.take(MAX_FEEDS);
  try {
    if (ids.length > 0) await readLists(ids, options);
    const state = stateNow();
    const confirmed = confirmation.take();
    // The list may have changed meanwhile.
    const listed = ids.filter((id) => state.streamers.some((entry) => entry.id === id));
    const { publication, published } = board.prepare(state, listed, confirmed);
    try {
      await store(publication);
      board.stored(publication);
    } finally {
      // Last, because the panel waits for the feed.
      await showBadge(published);
    }
  } catch (error) {
    log.warn('the feed could not be published', error);
    dirty.failed(ids);
    confirmation.due();
  }
}

/** Reads the lists of streamers. If the database cannot be read, they stay as they are. */
async function readLists(
  ids: readonly string[],
  { board, reader, dirty, readStored, readSeen, log }: PublisherOptions & Parts,
): Promise<void> {
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
