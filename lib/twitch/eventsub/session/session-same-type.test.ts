import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import {
  RAID_IN_CONDITION,
  RAID_OUT_CONDITION,
  revocationFrame,
} from '@/tests/support/builders/frames';
import { START } from '@/tests/support/fakes/fake-clock';
import {
  ENABLED,
  isRaidIn,
  keepAlive,
  later,
  PLAN_WITHOUT_CHAT,
  runSession,
} from '@/tests/support/running/running-session';

describe('a session with two subscriptions of one type', () => {
  const raidKeys = PLAN_WITHOUT_CHAT.filter(({ type }) => type === 'channel.raid').map(
    ({ key }) => key,
  );
  const [raidOutKey, raidInKey] = raidKeys;

  it('requests the second one again after Twitch delays it', async () => {
    const running = runSession(() => 1, { plan: PLAN_WITHOUT_CHAT });
    const { listen, states, subscribed, answerWith } = running;
    answerWith((planned) => (isRaidIn(planned) ? later('over_budget') : ENABLED));
    await listen();
    expect(states.at(-1)).toEqual({ state: 'listening', problem: 'over_budget' });
    answerWith(() => ENABLED);
    await keepAlive(running, MINUTE);
    expect(subscribed.filter((type) => type === 'channel.raid')).toHaveLength(2);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  });

  it.each([
    ['from the channel', RAID_OUT_CONDITION, [raidOutKey]],
    ['to the channel', RAID_IN_CONDITION, [raidInKey]],
    ['without a condition', null, raidKeys],
  ])(
    'repeats only the requests of what a revocation ended: raids %s',
    async (_raids, condition, ended) => {
      const running = runSession(() => 1, { plan: PLAN_WITHOUT_CHAT });
      const { listen, network, revokedKeys, answerWith } = running;
      await listen();
      const requestedAgain: string[] = [];
      answerWith(({ key }) => {
        requestedAgain.push(key);
        return ENABLED;
      });
      network.latest.deliver(revocationFrame('channel.raid', 'user_removed', condition));
      expect(revokedKeys).toEqual(ended);
      await keepAlive(running, 30 * MINUTE);
      expect(requestedAgain).toEqual(ended);
      expect(network.sockets).toHaveLength(1);
    },
  );

  it('requests both when an older build has stored a refusal by type', async () => {
    const earlier = {
      failures: 0,
      listeningSince: null,
      pause: null,
      refusedUntil: { 'channel.raid': START + MINUTE },
    };
    const { listen, subscribed } = runSession(() => 1, { plan: PLAN_WITHOUT_CHAT, earlier });
    await listen();
    expect(subscribed.filter((type) => type === 'channel.raid')).toHaveLength(2);
  });
});
