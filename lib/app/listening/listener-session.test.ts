import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '@/lib/db/database';
import { addSubscription, openSession, staleSubscriptions } from '@/lib/db/session';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { welcomeFrame } from '@/tests/support/builders/frames';
import { prepareListener } from '@/tests/support/running/running-listener';
import { until } from '@/tests/support/until';

describe('the stored session', () => {
  it('has the session id and the ids of its subscriptions', async () => {
    const { db, api, start, welcome } = prepareListener();
    await start();
    await welcome('AgoQ');
    await until(async () => {
      const session = await db.session.get('eventsub');
      expect(session?.sessionId).toBe('AgoQ');
      expect(session?.subscriptionIds).toEqual(api.subscriptions.map(({ id }) => id));
      expect(session?.subscriptionIds).toHaveLength(6);
    });
  });

  it('has its stale subscriptions deleted before new ones are created at a cost', async () => {
    const { db, api, start, welcome, connections } = prepareListener();
    await openSession(db, 'dead');
    for (const type of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      await addSubscription(
        db,
        await api.createSubscription({ type, version: '1', condition: {} }, 'dead'),
      );
    }
    await addSubscription(db, 'gone already');
    await start();
    await welcome();
    expect(connections.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(api.subscriptions.map(({ sessionId }) => sessionId)).not.toContain('dead');
    expect(await staleSubscriptions(db)).toEqual([]);
  });

  it('has three stale subscriptions deleted at once, with one write for the three', async () => {
    const { db, api, start, welcome } = prepareListener();
    await openSession(db, 'dead');
    for (let number = 1; number <= 8; number += 1) await addSubscription(db, `stale-${number}`);
    let running = 0;
    const runningAtOnce: number[] = [];
    api.deleteSubscription = async () => {
      running += 1;
      await Promise.resolve();
      runningAtOnce.push(running);
      running -= 1;
    };
    await start();
    let writes = 0;
    db.session.hook('updating', ({ leftoverIds }: Partial<SessionRecord>, _key, before) => {
      if (leftoverIds !== undefined && leftoverIds.length < before.leftoverIds.length) writes += 1;
    });
    await welcome();
    expect(runningAtOnce).toHaveLength(8);
    expect(Math.max(...runningAtOnce)).toBe(3);
    expect(writes).toBe(3);
    expect(await staleSubscriptions(db)).toEqual([]);
  });

  it('listens after few round trips, because deleting and creating overlap', async () => {
    const { db, api, start, network, connections } = prepareListener();
    await openSession(db, 'dead');
    for (let number = 1; number <= 6; number += 1) await addSubscription(db, `stale-${number}`);
    let waiting: (() => void)[] = [];
    const answered = () => new Promise<void>((resolve) => void waiting.push(resolve));
    const { createSubscription } = api;
    api.createSubscription = async (...request) => {
      await answered();
      return await createSubscription(...request);
    };
    api.deleteSubscription = answered;
    await start();
    network.latest.deliver(welcomeFrame());
    let roundTrips = 0;
    await until(() => {
      if (waiting.length > 0) roundTrips += 1;
      for (const answer of waiting) answer();
      waiting = [];
      expect(connections.at(-1)?.state).toBe('listening');
    });
    // One after another, they would be twelve.
    expect(roundTrips).toBeLessThanOrEqual(8);
  });

  it('keeps a stale subscription that Twitch could not delete, and deletes it later', async () => {
    const { db, api, network, clock, start, welcome } = prepareListener();
    await openSession(db, 'dead');
    await addSubscription(db, 'stubborn');
    const { deleteSubscription } = api;
    api.deleteSubscription = async () => {
      throw new HelixError(503, 'down', null);
    };
    await start();
    await welcome();
    expect(await staleSubscriptions(db)).toEqual(['stubborn']);
    api.deleteSubscription = deleteSubscription;
    network.latest.closeWith(1006);
    await clock.advance(1000);
    await welcome('session-2');
    expect(await staleSubscriptions(db)).toEqual([]);
    expect(new Set(api.subscriptions.map(({ sessionId }) => sessionId))).toEqual(
      new Set(['session-2']),
    );
  });

  it('does not prevent listening if it cannot be read', async () => {
    const { db, api, log, start, welcome } = prepareListener();
    await openSession(db, 'dead');
    db.session.hook('reading', () => {
      throw new Error('the disk is broken');
    });
    await start();
    await welcome();
    expect(api.subscriptions).toHaveLength(6);
    expect(log.warnings).toContain('stale subscriptions were not deleted');
  });

  it('does not prevent listening if it cannot be written', async () => {
    const { db, log, start, welcome, notify, recorded } = prepareListener();
    await start();
    db.session.hook('creating', () => {
      throw new Error('the disk is full');
    });
    await welcome();
    notify('stream.online', streamOnline());
    expect(recorded).toHaveLength(1);
    await until(() => expect(log.warnings).toContain('storing the session failed'));
  });
});
