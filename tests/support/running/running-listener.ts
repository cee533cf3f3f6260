import { expect } from 'vitest';
import { type Listener, startListener } from '@/lib/app/listening/listener';
import type { ListenTarget, StreamerTarget } from '@/lib/app/listening/streamer-plan';
import type { Database } from '@/lib/db/database';
import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DEFAULT_RECORDING_OPTIONS } from '@/lib/domain/history/recording-options';
import type { Problem } from '@/lib/domain/problem';
import { anAccount, DEMO_STREAMER } from '../builders/accounts';
import { notificationFrame, welcomeFrame } from '../builders/frames';
import { freshDatabase } from '../database/fresh-database';
import { createFakeBackoffStore } from '../fakes/fake-backoff-store';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock';
import { createFakeLog, type FakeLog } from '../fakes/fake-log';
import { createFakeNetwork, type FakeNetwork } from '../fakes/fake-socket';
import { createFakeTwitchApi, type FakeTwitchApi } from '../fakes/fake-twitch-api';
import { until } from '../until';

/** A real listener with a real database, a fake Twitch and a fake clock. */
export interface RunningListener {
  db: Database;
  clock: FakeClock;
  network: FakeNetwork;
  api: FakeTwitchApi;
  log: FakeLog;
  recorded: StreamEvent[];
  connections: Connection[];
  channels: ChannelState[];
  /** The problems of single streamers, in the order they were reported. */
  problems: [streamerId: string, problem: Problem | null][];
  /** The number of calls of `unauthorized`. */
  readonly unauthorized: number;
  /** The number of calls of `planOutdated`. */
  readonly planOutdated: number;
  /** Starts the listener. By default, the demo viewer listens to the demo streamer, the favorite. */
  start(target?: Partial<ListenTarget>, favorite?: Partial<StreamerTarget>): Promise<Listener>;
  /** Sends a welcome over the latest socket and waits until the listener listens. */
  welcome(sessionId?: string): Promise<void>;
  /** Sends a notification over the latest socket. */
  notify(type: string, event: object): void;
}

/** Creates the target of a favorite with the default choices. */
export function aFavorite(
  streamer: Streamer = DEMO_STREAMER,
  choices: Partial<StreamerTarget> = {},
): StreamerTarget {
  const recordingOptions = DEFAULT_RECORDING_OPTIONS;
  return { streamer, isFavorite: true, recordsCheers: true, recordingOptions, ...choices };
}

/** Creates the target of another streamer with the default choices. */
export function anOther(streamer: Streamer, choices: Partial<StreamerTarget> = {}): StreamerTarget {
  return aFavorite(streamer, { isFavorite: false, recordsCheers: false, ...choices });
}

/** Creates everything that a listener needs, but does not start it. */
export function prepareListener(): RunningListener {
  const db = freshDatabase();
  const clock = createFakeClock();
  const network = createFakeNetwork();
  const api = createFakeTwitchApi();
  const log = createFakeLog();
  const recorded: StreamEvent[] = [];
  const connections: Connection[] = [];
  const channels: ChannelState[] = [];
  const problems: RunningListener['problems'] = [];
  let unauthorized = 0;
  let planOutdated = 0;
  const dependencies = {
    db,
    clock,
    log,
    random: () => 1,
    openSocket: network.open,
    apiFor: () => api,
    backoff: createFakeBackoffStore(),
  };
  return {
    db,
    clock,
    network,
    api,
    log,
    recorded,
    connections,
    channels,
    problems,
    get unauthorized() {
      return unauthorized;
    },
    get planOutdated() {
      return planOutdated;
    },
    start: async (changes = {}, favorite = {}) => {
      const target = { account: anAccount(), streamers: [aFavorite(DEMO_STREAMER, favorite)] };
      return await startListener({ ...target, ...changes }, dependencies, {
        record: (event) => void recorded.push(event),
        unwrittenSince: () => null,
        connectionChanged: (connection) => void connections.push(connection),
        channelChanged: (_streamerId, channel) => void channels.push(channel),
        recordingsStored: () => {},
        problemChanged: (streamerId, problem) => void problems.push([streamerId, problem]),
        gapRecorded: () => {},
        sessionOpened: () => {},
        unauthorized: () => {
          unauthorized += 1;
        },
        planOutdated: () => {
          planOutdated += 1;
        },
      });
    },
    welcome: async (sessionId = 'session-1') => {
      network.latest.deliver(welcomeFrame(sessionId));
      await until(() => expect(connections.at(-1)?.state).toBe('listening'));
    },
    notify: (type, event) => network.latest.deliver(notificationFrame(type, event)),
  };
}
