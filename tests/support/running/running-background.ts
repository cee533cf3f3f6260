import { beforeEach, expect } from 'vitest';
import { compose, type Environment } from '@/entrypoints/background/compose';
import type { Background } from '@/lib/app/background';
import type { Database } from '@/lib/db/database';
import { journalItem } from '@/lib/settings/connection-journal';
import { type FavoriteFeed, readPublished } from '../builders/feed';
import { type Envelope, notificationFrame, welcomeFrame } from '../builders/frames';
import { freshDatabase } from '../database/fresh-database';
import { installEnglish } from '../english';
import { createFakeBackoffStore } from '../fakes/fake-backoff-store';
import { createFakeClock, type FakeClock, settled } from '../fakes/fake-clock';
import { createFakeIdHost, type FakeIdHost } from '../fakes/fake-id-host';
import { createFakeLock } from '../fakes/fake-lock';
import { createFakeLog } from '../fakes/fake-log';
import { createFakeNotifications, type FakeNotifications } from '../fakes/fake-notifications';
import { createFakeNetwork, type FakeNetwork } from '../fakes/fake-socket';
import { createFakeToolbar, type FakeToolbar } from '../fakes/fake-toolbar';
import { createFakeTwitchApi, type FakeTwitchApi } from '../fakes/fake-twitch-api';
import { until } from '../until';

// The background takes the title of the toolbar button from the catalog.
beforeEach(installEnglish);

/** The real background with a real database. The test controls Twitch, the browser and the time. */
export interface RunningBackground {
  background: Background;
  clock: FakeClock;
  network: FakeNetwork;
  api: FakeTwitchApi;
  idHost: FakeIdHost;
  toolbar: FakeToolbar;
  notifications: FakeNotifications;
  db: Database;
  /** Returns the latest feed. */
  feed(): Promise<FavoriteFeed>;
  /** Waits until `check` passes for the latest feed. */
  waitForFeed(check: (feed: FavoriteFeed) => void): Promise<void>;
  /** Signs in, chooses a favorite, and welcomes the socket. */
  listenTo(userName: string): Promise<void>;
  /** Welcomes the socket that was opened last. */
  welcome(): Promise<void>;
  /** Delivers a notification through the socket that was opened last. A text is its id. */
  notify(type: string, event: object, envelope?: string | Envelope): void;
  /** Kills the worker and composes another one with the same database and storage. */
  restart(): Promise<RunningBackground>;
}

/** Everything that survives the end of the worker. */
type World = Pick<
  RunningBackground,
  'clock' | 'network' | 'api' | 'idHost' | 'toolbar' | 'notifications' | 'db'
> &
  Pick<Environment, 'backoff' | 'builtInClientId'>;

function testEnvironment(world: World): Environment {
  const { clock, network, api, idHost, toolbar, notifications, db, backoff, builtInClientId } =
    world;
  return {
    createDatabase: () => db,
    clock,
    log: createFakeLog(),
    random: () => 1,
    randomState: () => crypto.randomUUID(),
    openSocket: network.open,
    apiFor: () => api,
    idHost,
    builtInClientId,
    backoff,
    showBadge: toolbar.showBadge,
    notifications,
    openOptions: async (section) => void notifications.openedOptions.push(section),
    exclusively: createFakeLock(),
  };
}

async function run(world: World): Promise<RunningBackground> {
  const { clock, network } = world;
  const background = await compose(testEnvironment(world));

  async function waitForFeed(check: (feed: FavoriteFeed) => void): Promise<void> {
    await until(async () => {
      // A change is published after at most 50 ms. The clock does not move by itself.
      await clock.advance(50);
      check(await readPublished());
    });
  }

  async function welcome(): Promise<void> {
    network.latest.deliver(welcomeFrame('session-1', 10, clock.now()));
    await until(async () => {
      // Checks the journal, not the feed, because it is written at once: the clock must not move.
      await settled();
      const { entries } = await journalItem.getValue();
      expect(entries.at(-1)?.state).toBe('listening');
    });
  }

  return {
    ...world,
    background,
    feed: () => readPublished(),
    waitForFeed,
    welcome,
    listenTo: async (userName) => {
      await background.signIn('viewer');
      await background.chooseFavorite(userName);
      await welcome();
    },
    notify: (type, event, envelope = {}) =>
      network.latest.deliver(
        notificationFrame(type, event, typeof envelope === 'string' ? { id: envelope } : envelope),
      ),
    restart: async () => {
      // The sockets and timers of a worker end with it. The new clock has no timers.
      for (const socket of network.sockets) socket.vanish();
      return await run({ ...world, clock: createFakeClock(clock.now()) });
    },
  };
}

/** Composes the background as the extension does, in a fake environment. */
export async function runBackground({
  builtInClientId = 'client',
} = {}): Promise<RunningBackground> {
  return await run({
    clock: createFakeClock(),
    network: createFakeNetwork(),
    api: createFakeTwitchApi(),
    idHost: createFakeIdHost(),
    toolbar: createFakeToolbar(),
    notifications: createFakeNotifications(),
    db: freshDatabase(),
    backoff: createFakeBackoffStore(),
    builtInClientId,
  });
}
