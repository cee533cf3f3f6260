import { describe, expect, it } from 'vitest';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import { HOUR, MINUTE } from '@/lib/time';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { revocationFrame } from '@/tests/support/builders/frames';
import { prepareListener } from '@/tests/support/running/running-listener';
import { VIEWER_PLAN } from '@/tests/support/running/running-session';
import { until } from '@/tests/support/until';
import { storeMeasurements } from './measurements';
import { pass, runOnHelix } from './session-on-helix';

const TYPES = VIEWER_PLAN.map(({ type }) => type);

const STATUSES = [
  'authorization_revoked',
  'user_removed',
  'version_removed',
  'moderator_removed',
  'chat_user_banned',
  'brand_new_reason',
  '__proto__',
];

describe('a revocation', () => {
  it.each(STATUSES)(
    'for %s is stored, makes the token suspect, and affects no other subscription',
    async (status) => {
      const listening = prepareListener();
      const { db, start, welcome, network, connections } = listening;
      await start();
      await welcome();
      network.latest.deliver(revocationFrame('channel.raid', status));
      await until(async () => {
        const types = (await readSubscriptionReport(db, '100'))?.types ?? [];
        const raid = types.find(({ type }) => type === 'channel.raid');
        expect(raid).toMatchObject({ state: 'revoked', reason: status });
        expect(types.filter(({ state }) => state === 'listening')).toHaveLength(TYPES.length - 1);
      });
      expect(listening.unauthorized).toBe(1);
      expect(connections.at(-1)).toEqual({ state: 'listening', problem: null });
      expect(network.openNow).toBe(1);
    },
  );

  it('of chat is reported as a problem', async () => {
    const { start, welcome, network, connections } = prepareListener();
    await start();
    await welcome();
    network.latest.deliver(revocationFrame('channel.chat.notification', 'chat_user_banned'));
    expect(connections.at(-1)).toEqual({ state: 'listening', problem: 'chat_refused' });
  });

  it('of the last subscription closes the socket, and no loop of close code 4003 follows', async () => {
    const running = runOnHelix();
    const { states, network } = running;
    await pass(running, MINUTE);
    running.refuse(() => new HelixError(403, 'subscription missing proper authorization', null));
    for (const type of TYPES) network.latest.deliver(revocationFrame(type, 'user_removed'));
    expect(network.openNow).toBe(0);
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'nothing_allowed' });
    await pass(running, 24 * HOUR);
    const sockets = network.sockets.length;
    expect(sockets).toBeLessThanOrEqual(49);
    running.refuse(() => null);
    await pass(running, HOUR);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    storeMeasurements('After the last subscription was revoked', {
      'sockets in a day': sockets - 1,
    });
  });
});
