import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { START } from '@/tests/support/fake-clock';
import { RAID_IN_CONDITION, RAID_OUT_CONDITION, revocationFrame } from '@/tests/support/frames';
import {
  ENABLED,
  isRaidIn,
  keepAlive,
  later,
  PLAN_WITHOUT_CHAT,
  runSession,
} from '@/tests/support/running-session';

describe('a session with two subscriptions of one type', () => {
  const raidKeys = PLAN_WITHOUT_CHAT.filter(({ type }) => type === 'channel.raid').map(
    ({ key }) => key,
  );
  const [raidOutKey, raidInKey] = raidKeys;

  it('asks again for the second one after Twitch puts it off', async () => {
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
  ])('drops only what a revocation ended: raids %s', async (_raids, condition, ended) => {
    const running = runSession(() => 1, { plan: PLAN_WITHOUT_CHAT });
    const { listen, network, revokedKeys, answerWith } = running;
    await listen();
    const askedAgain: string[] = [];
    answerWith(({ key }) => {
      askedAgain.push(key);
      return ENABLED;
    });
    network.latest.deliver(revocationFrame('channel.raid', 'user_removed', condition));
    expect(revokedKeys).toEqual(ended);
    await keepAlive(running, 30 * MINUTE);
    expect(askedAgain).toEqual(ended);
    expect(network.sockets).toHaveLength(1);
  });

  it('asks for both after an older build stored that the type was refused', async () => {
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
