import { beforeEach, expect } from 'vitest';
import { compose, type Environment } from '@/entrypoints/background/compose';
import type { Background } from '@/lib/app/background';
import type { Database } from '@/lib/db/database';
import { type Feed, feedItem } from '@/lib/settings/feed';
import { journalItem } from '@/lib/settings/journal';
import { useEnglish } from './english';
import { createFakeBackoffStore } from './fake-backoff-store';
import { createFakeClock, type FakeClock, settled } from './fake-clock';
import { createFakeIdHost, type FakeIdHost } from './fake-id-host';
import { createFakeLog } from './fake-log';
import { createFakeNetwork, type FakeNetwork } from './fake-socket';
import { createFakeToolbar, type FakeToolbar } from './fake-toolbar';
import { createFakeTwitchApi, type FakeTwitchApi } from './fake-twitch-api';
import { notificationFrame, welcomeFrame } from './frames';
import { freshDatabase } from './fresh-database';
import { createQueue } from './one-at-a-time';
import { until } from './until';

// The background takes the title of the toolbar button from the catalog.
beforeEach(useEnglish);

/** The shipped background over a real database and storage; the test controls Twitch and time. */
export interface RunningBackground {
  background: Background;
  clock: FakeClock;
  network: FakeNetwork;
  api: FakeTwitchApi;
  idHost: FakeIdHost;
  toolbar: FakeToolbar;
  db: Database;
  /** Returns the feed, which the screens show that cannot read the database. */
  feed(): Promise<Feed>;
  /** Waits until the screens show what `check` expects. */
  shows(check: (feed: Feed) => void): Promise<void>;
  /** Signs in, chooses a favorite, and welcomes the socket. */
  listenTo(userName: string): Promise<void>;
  /** Welcomes the socket that was opened last. */
  welcome(): Promise<void>;
  say(type: string, event: object, id?: string): void;
  /** Kills the worker and starts another one with the same database and storage. */
  restart(): Promise<RunningBackground>;
}

/** What outlives the worker. */
type World = Pick<RunningBackground, 'clock' | 'network' | 'api' | 'idHost' | 'toolbar' | 'db'> &
  Pick<Environment, 'backoff'>;

function testEnvironment(world: World): Environment {
  const { clock, network, api, idHost, toolbar, db, backoff } = world;
  return {
    createDatabase: () => db,
    clock,
    log: createFakeLog(),
    random: () => 1,
    randomState: () => crypto.randomUUID(),
    openSocket: network.open,
    apiFor: () => api,
    idHost,
    builtInClientId: 'client',
    backoff,
    showBadge: toolbar.showBadge,
    exclusively: createQueue(),
  };
}

async function run(world: World): Promise<RunningBackground> {
  const { clock, network } = world;
  const background = await compose(testEnvironment(world));

  async function shows(check: (feed: Feed) => void): Promise<void> {
    await until(async () => {
      // A change is published within 50 ms of this clock, which stands still by itself.
      await clock.advance(50);
      check(await feedItem.getValue());
    });
  }

  async function welcome(): Promise<void> {
    network.latest.deliver(welcomeFrame('session-1', 10, clock.now()));
    await until(async () => {
      // The journal, because it is written without a delay: the clock must not move here.
      await settled();
      const { entries } = await journalItem.getValue();
      expect(entries.at(-1)?.state).toBe('listening');
    });
  }

  return {
    ...world,
    background,
    feed: () => feedItem.getValue(),
    shows,
    welcome,
    listenTo: async (userName) => {
      await background.signIn('viewer');
      await background.chooseFavorite(userName);
      await welcome();
    },
    say: (type, event, id) =>
      network.latest.deliver(notificationFrame(type, event, id === undefined ? {} : { id })),
    restart: async () => {
      // The sockets and timers of a worker end with it.
      for (const socket of network.sockets) socket.vanish();
      return await run({ ...world, clock: createFakeClock(clock.now()) });
    },
  };
}

/** Composes the background as the extension does, in an environment of the test's own. */
export async function runBackground(): Promise<RunningBackground> {
  return await run({
    clock: createFakeClock(),
    network: createFakeNetwork(),
    api: createFakeTwitchApi(),
    idHost: createFakeIdHost(),
    toolbar: createFakeToolbar(),
    db: freshDatabase(),
    backoff: createFakeBackoffStore(),
  });
}
