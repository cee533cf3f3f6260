import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/db/database';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import { MINUTE } from '@/lib/time';
import { anAccount } from '@/tests/support/builders/accounts';
import {
  RAID_IN_CONDITION,
  RAID_OUT_CONDITION,
  revocationFrame,
} from '@/tests/support/builders/frames';
import { prepareListener } from '@/tests/support/running/running-listener';
import { keepAlive } from '@/tests/support/running/running-session';
import { until } from '@/tests/support/until';

describe('without access to chat, with one channel.raid subscription per direction', () => {
  const account = anAccount({ scopes: ['user:read:follows'] });

  async function raidStates(db: Database) {
    const types = (await readSubscriptionReport(db, '100'))?.types ?? [];
    return types
      .filter(({ type }) => type === 'channel.raid')
      .map(({ kinds: [kind], state, reason }) => [kind, state, reason]);
  }

  it('retries the second subscription after Twitch postpones it', async () => {
    const running = prepareListener();
    const { db, api, start, welcome, connections } = running;
    for (const type of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await api.createSubscription({ type, version: '1', condition: {} }, 'elsewhere');
    }
    await start({ account });
    await welcome();
    expect(connections.at(-1)).toEqual({ state: 'listening', problem: 'over_budget' });
    await until(async () =>
      expect(await raidStates(db)).toEqual([
        ['raid_out', 'listening', null],
        ['raid_in', 'waiting', 'over_budget'],
      ]),
    );
    await api.deleteSubscription('sub-1');
    await keepAlive(running, MINUTE);
    await until(async () =>
      expect(await raidStates(db)).toEqual([
        ['raid_out', 'listening', null],
        ['raid_in', 'listening', null],
      ]),
    );
    expect(connections.at(-1)).toEqual({ state: 'listening', problem: null });
  });

  it.each([
    [RAID_OUT_CONDITION, ['revoked', 'listening']],
    [RAID_IN_CONDITION, ['listening', 'revoked']],
    [null, ['revoked', 'revoked']],
  ])('reports the subscriptions with the condition %o as revoked', async (condition, states) => {
    const { db, start, welcome, network } = prepareListener();
    await start({ account });
    await welcome();
    network.latest.deliver(revocationFrame('channel.raid', 'user_removed', condition));
    await until(async () =>
      expect((await raidStates(db)).map(([, state]) => state)).toEqual(states),
    );
  });
});
