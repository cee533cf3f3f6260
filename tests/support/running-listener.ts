import { expect } from 'vitest';
import { type Listener, type ListenTarget, startListener } from '@/lib/app/listening/listener';
import type { Database } from '@/lib/db/database';
import type { ChannelState } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DEFAULT_RECORDING_OPTIONS } from '@/lib/domain/history/recording-options';
import { anAccount, DEMO_STREAMER } from './accounts';
import { createFakeBackoffStore } from './fake-backoff-store';
import { createFakeClock, type FakeClock } from './fake-clock';
import { createFakeLog, type FakeLog } from './fake-log';
import { createFakeNetwork, type FakeNetwork } from './fake-socket';
import { createFakeTwitchApi, type FakeTwitchApi } from './fake-twitch-api';
import { notificationFrame, welcomeFrame } from './frames';
import { freshDatabase } from './fresh-database';
import { until } from './until';

/** Real listening over a real database, with Twitch and time in the hands of the test. */
export interface RunningListener {
  db: Database;
  clock: FakeClock;
  network: FakeNetwork;
  api: FakeTwitchApi;
  log: FakeLog;
  recorded: StreamEvent[];
  connections: Connection[];
  channels: ChannelState[];
  readonly unauthorized: number;
  readonly outdated: number;
  start(who?: Partial<ListenTarget>): Promise<Listener>;
  /** Welcomes the socket that was opened last and waits until it listens. */
  welcome(sessionId?: string): Promise<void>;
  /** Twitch notifies. */
  say(type: string, event: object): void;
}

export function prepareListener(): RunningListener {
  const db = freshDatabase();
  const clock = createFakeClock();
  const network = createFakeNetwork();
  const api = createFakeTwitchApi();
  const log = createFakeLog();
  const recorded: StreamEvent[] = [];
  const connections: Connection[] = [];
  const channels: ChannelState[] = [];
  let unauthorized = 0;
  let outdated = 0;
  const tools = {
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
    get unauthorized() {
      return unauthorized;
    },
    get outdated() {
      return outdated;
    },
    start: async (changes = {}) => {
      const who = {
        account: anAccount(),
        streamer: DEMO_STREAMER,
        recording: DEFAULT_RECORDING_OPTIONS,
      };
      return await startListener({ ...who, ...changes }, tools, {
        record: (event) => void recorded.push(event),
        unwrittenSince: () => null,
        connectionChanged: (connection) => void connections.push(connection),
        channelChanged: (channel) => void channels.push(channel),
        gapRecorded: () => {},
        unauthorized: () => {
          unauthorized += 1;
        },
        outdated: () => {
          outdated += 1;
        },
      });
    },
    welcome: async (sessionId = 'session-1') => {
      network.latest.deliver(welcomeFrame(sessionId));
      await until(() => expect(connections.at(-1)?.state).toBe('listening'));
    },
    say: (type, event) => network.latest.deliver(notificationFrame(type, event)),
  };
}
