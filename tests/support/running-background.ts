import { expect } from 'vitest';
import { signIn } from '@/lib/app/account/sign-in';
import { type Background, createBackground } from '@/lib/app/background';
import { createConnectionJournal } from '@/lib/app/diagnostics/connection-journal';
import { createPublisher } from '@/lib/app/feed/publisher';
import type { BackoffStorage } from '@/lib/app/listening/backoff-store';
import { startListener } from '@/lib/app/listening/listener';
import type { Database } from '@/lib/db/database';
import { type Problem, ProblemError } from '@/lib/domain/problem';
import { favoriteOf, storeFavorite } from '@/lib/settings/favorite';
import { type Feed, feedItem } from '@/lib/settings/feed';
import { seenItem } from '@/lib/settings/items';
import { journalItem } from '@/lib/settings/journal';
import { readFilters, readSettings } from '@/lib/settings/settings';
import type { Validation } from '@/lib/twitch/auth/token';
import { createFakeBackoffStore } from './fake-backoff-store';
import { createFakeClock, type FakeClock } from './fake-clock';
import { createFakeLog } from './fake-log';
import { createFakeNetwork, type FakeNetwork } from './fake-socket';
import { createFakeTwitchApi, type FakeTwitchApi } from './fake-twitch-api';
import { notificationFrame, welcomeFrame } from './frames';
import { freshDatabase } from './fresh-database';
import { createQueue } from './one-at-a-time';
import { until } from './until';

const BACK = 'https://abcdefgh.chromiumapp.org/';

/** Twitch's sign-in host: gives tokens, says which are good, and takes them back. */
export interface FakeIdHost {
  /** Sign-in windows that were opened. */
  readonly windows: readonly string[];
  readonly revoked: readonly string[];
  /** How the next sign-in windows end; a problem, or `null` for a user who agrees. */
  answerWith(problem: Problem | null): void;
  /** What asking about a token ends with; `null` for a good one. */
  validateWith(problem: Problem | null): void;
  readonly validations: number;
  /** What tokens are good for from now on. */
  grant(scopes: string[]): void;
  /** Answers about tokens wait until this is resolved. */
  holdValidations(until: Promise<void>): void;
}

function createIdHost() {
  const windows: string[] = [];
  const revoked: string[] = [];
  let scopes = ['user:read:chat'];
  let windowProblem: Problem | null = null;
  let validateProblem: Problem | null = null;
  let validations = 0;
  let held = Promise.resolve();
  return {
    windows,
    revoked,
    get validations() {
      return validations;
    },
    answerWith: (problem: Problem | null) => {
      windowProblem = problem;
    },
    validateWith: (problem: Problem | null) => {
      validateProblem = problem;
    },
    holdValidations: (until: Promise<void>) => {
      held = until;
    },
    grant: (granted: string[]) => {
      scopes = granted;
    },
    launchAuthFlow: async (url: string): Promise<string> => {
      windows.push(url);
      if (windowProblem !== null) throw new ProblemError(windowProblem);
      const state = new URL(url).searchParams.get('state') ?? '';
      return `${BACK}#${new URLSearchParams({ access_token: `token-${windows.length}`, state })}`;
    },
    validate: async (): Promise<Validation> => {
      validations += 1;
      const problem = validateProblem;
      await held;
      if (problem !== null) throw new ProblemError(problem);
      const user = { userId: '200', login: 'demo_viewer' };
      return { ...user, clientId: 'client', scopes, expiresInMs: null };
    },
    revoke: async (_clientId: string, token: string): Promise<void> => {
      revoked.push(token);
    },
  };
}

/** The real background over a real database and storage; Twitch and time are the test's. */
export interface RunningBackground {
  background: Background;
  clock: FakeClock;
  network: FakeNetwork;
  api: FakeTwitchApi;
  idHost: FakeIdHost;
  db: Database;
  /** What every screen outside the database sees. */
  feed(): Promise<Feed>;
  /** Waits until the screens show what `check` expects. */
  shows(check: (feed: Feed) => void): Promise<void>;
  /** Signs in, chooses a favorite, and is welcomed by Twitch. */
  listenTo(userName: string): Promise<void>;
  /** Welcomes the socket that was opened last. */
  welcome(): Promise<void>;
  say(type: string, event: object, id?: string): void;
  /** The worker is killed, and another one begins over what was stored. */
  restart(): Promise<RunningBackground>;
}

type World = Pick<RunningBackground, 'clock' | 'network' | 'api' | 'db'> & {
  idHost: ReturnType<typeof createIdHost>;
  backoff: BackoffStorage;
};

async function compose(world: World): Promise<RunningBackground> {
  const { clock, network, api, db, backoff, idHost } = world;
  const log = createFakeLog();
  const tools = {
    db,
    clock,
    log,
    random: () => 1,
    openSocket: network.open,
    apiFor: () => api,
    backoff,
  };
  const show = async (feed: Feed) => await feedItem.setValue(feed);
  const readSeen = () => seenItem.getValue();
  const initial = await feedItem.getValue();
  const publisher = createPublisher({ ...tools, initial, readSeen, readFilters, show });
  const background = createBackground({
    ...tools,
    publisher,
    startListener: (who, events) => startListener(who, tools, events),
    readRecording: async () => (await readSettings()).recording,
    signIn: async (scopes) =>
      await signIn({
        scopes,
        ...idHost,
        apiFor: tools.apiFor,
        clock,
        clientId: 'client',
        redirectUri: BACK,
        randomState: () => crypto.randomUUID(),
      }),
    renew: async () => await Promise.reject(new ProblemError('cancelled')),
    validate: idHost.validate,
    revoke: idHost.revoke,
    favoriteOf,
    storeFavorite,
    readSeen,
    storeSeen: (seq) => seenItem.setValue(seq),
    journal: createConnectionJournal({
      ...tools,
      initial: await journalItem.getValue(),
      write: (journal) => journalItem.setValue(journal),
    }),
    readRetention: async () => (await readSettings()).retention,
    exclusively: createQueue(),
  });

  async function shows(check: (feed: Feed) => void): Promise<void> {
    await until(async () => {
      // What changed is shown 50 ms later at the latest, and this clock stands still.
      await clock.advance(50);
      check(await feedItem.getValue());
    });
  }

  async function welcome(): Promise<void> {
    network.latest.deliver(welcomeFrame('session-1', 10, clock.now()));
    await until(() => expect(publisher.state.connection.state).toBe('listening'));
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
      // With the worker go its sockets and timers.
      for (const socket of network.sockets) socket.vanish();
      return await compose({ ...world, clock: createFakeClock(clock.now()) });
    },
  };
}

export async function runBackground(): Promise<RunningBackground> {
  return await compose({
    clock: createFakeClock(),
    network: createFakeNetwork(),
    api: createFakeTwitchApi(),
    idHost: createIdHost(),
    db: freshDatabase(),
    backoff: createFakeBackoffStore(),
  });
}
