import { describe, expect, it } from 'vitest';
import { staleSubscriptions } from '@/lib/db/session';
import { createSerialQueue } from '@/lib/serial-queue';
import { notificationFrame, revocationFrame, welcomeFrame } from '@/tests/support/builders/frames';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeBackoffStore } from '@/tests/support/fakes/fake-backoff-store';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeNetwork } from '@/tests/support/fakes/fake-socket';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { VIEWER_PLAN } from '@/tests/support/running/running-session';
import { until } from '@/tests/support/until';
import { startEventSubConnection } from './eventsub-connection';
import type { EventSubReceiver } from './eventsub-receiver';

/** Starts a connection whose receiver writes down each call. */
async function connect(backoffStorage = createFakeBackoffStore()) {
  const network = createFakeNetwork();
  const log = createFakeLog();
  const calls: string[] = [];
  const frames = { count: 0 };
  const api = createFakeTwitchApi();
  const db = freshDatabase();
  const receiver: EventSubReceiver = {
    connected: () => void calls.push('connected'),
    disconnected: () => void calls.push('disconnected'),
    refused: () => void calls.push('refused'),
    problemChanged: (problem) => void calls.push(`problem: ${problem}`),
    notificationReceived: ({ metadata }) => void calls.push(metadata.subscription_type),
    subscriptionAnswered: (key, { outcome }) => void calls.push(`${outcome} ${key}`),
    subscriptionsRevoked: (keys, status) => void calls.push(`${status} ${keys.join()}`),
  };
  const connection = await startEventSubConnection({
    served: [{ streamerId: '100', subscriptions: VIEWER_PLAN, receiver }],
    events: {
      connectionChanged: ({ state }) => void calls.push(`status: ${state}`),
      sessionOpened: () => void calls.push('session opened'),
      unauthorized: () => void calls.push('unauthorized'),
    },
    attendance: {
      frameReceived: () => void (frames.count += 1),
      connectionLost: () => void calls.push('connection lost'),
    },
    backoffStorage,
    backoffKey: 'demo',
    api,
    db,
    writes: createSerialQueue(log),
    openSocket: network.open,
    clock: createFakeClock(),
    random: () => 1,
    log,
  });
  /** Welcomes the latest socket and waits until every subscription has an answer. */
  const welcome = async () => {
    network.latest.deliver(welcomeFrame());
    await until(() => expect(calls.at(-1)).toBe('connected'));
  };
  return { connection, network, api, db, receiver, calls, frames, welcome };
}

describe('startEventSubConnection', () => {
  it('reports each answer to its receiver, and then that it is connected', async () => {
    const { calls, welcome } = await connect();
    await welcome();
    expect(calls).toEqual([
      'status: connecting',
      'disconnected',
      'connection lost',
      'session opened',
      'status: connecting',
      'connection lost',
      ...VIEWER_PLAN.map(({ key }) => `enabled ${key}`),
      'status: listening',
      'connected',
    ]);
  });

  it('passes on notifications, and says that a frame has arrived', async () => {
    const { network, calls, frames, welcome } = await connect();
    await welcome();
    const before = frames.count;
    network.latest.deliver(notificationFrame('channel.update', {}));
    expect(calls.at(-1)).toBe('channel.update');
    expect(frames.count).toBe(before + 1);
  });

  it('reports a revocation before it asks for validation of the token', async () => {
    const { network, calls, welcome } = await connect();
    await welcome();
    const before = calls.length;
    network.latest.deliver(revocationFrame('channel.update', 'user_removed'));
    const key = VIEWER_PLAN.find(({ type }) => type === 'channel.update')?.key;
    expect(calls.slice(before, before + 2)).toEqual([`user_removed ${key}`, 'unauthorized']);
  });

  it('reports nothing after it is stopped, and deletes its backoff', async () => {
    const storage = createFakeBackoffStore();
    const { connection, network, calls, welcome } = await connect(storage);
    await welcome();
    await until(async () => expect(await storage.read()).toMatchObject({ about: 'demo' }));
    const before = calls.length;
    await connection.stop();
    network.latest.deliver(notificationFrame('channel.update', {}));
    expect(calls).toHaveLength(before);
    expect(await storage.read()).toBeNull();
    expect(network.openNow).toBe(0);
  });

  it('ignores the backoff of another connection', async () => {
    const storage = createFakeBackoffStore();
    const pause = { problem: 'offline', pace: 'soon', retryAt: Number.MAX_SAFE_INTEGER } as const;
    const backoff = { failures: 9, listeningSince: null, pause, refusedUntil: {} };
    await storage.write({ about: 'another connection', backoff });
    const { calls } = await connect(storage);
    expect(calls).toEqual(['status: connecting', 'disconnected', 'connection lost']);
  });
});

describe('a connection that serves another streamer', () => {
  it('says that it is not ready for them until Twitch has answered', async () => {
    const { connection, receiver, calls, welcome } = await connect();
    await welcome();
    const before = calls.length;
    const others = VIEWER_PLAN.map((planned) => ({
      ...planned,
      key: `${planned.type}?other`,
      condition: { broadcaster_user_id: '101' },
    }));
    connection.serve([{ streamerId: '101', subscriptions: others, receiver }], 'other');
    await until(() => expect(calls.at(-1)).toBe('connected'));
    expect(calls.slice(before)).toEqual([
      'status: connecting',
      ...others.map(({ key }) => `enabled ${key}`),
      'status: listening',
      'connected',
    ]);
  });

  it('drops what Twitch still sends for the one before', async () => {
    const { connection, receiver, network, calls, welcome } = await connect();
    await welcome();
    connection.serve([{ streamerId: '101', subscriptions: [], receiver }], 'other');
    const before = calls.length;
    network.latest.deliver(notificationFrame('channel.update', { broadcaster_user_id: '100' }));
    expect(calls.slice(before)).toEqual([]);
  });

  it('repeats a deletion that failed before the next request that costs something', async () => {
    const { connection, receiver, api, db, welcome } = await connect();
    await welcome();
    const [free, ...others] = VIEWER_PLAN;
    if (free === undefined) throw new Error('The plan is empty.');
    api.failWith(503);
    connection.serve([{ streamerId: '100', subscriptions: [free], receiver }], 'demo');
    await until(async () => expect(await staleSubscriptions(db)).toHaveLength(others.length));
    api.failWith(null);
    connection.serve([{ streamerId: '100', subscriptions: VIEWER_PLAN, receiver }], 'demo');
    await until(async () => expect(await staleSubscriptions(db)).toEqual([]));
    await until(() => expect(api.subscriptions).toHaveLength(VIEWER_PLAN.length));
  });
});
