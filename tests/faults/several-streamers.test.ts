import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time';
import { CHAT_NOTICES } from '@/lib/twitch/eventsub/subscriptions/plan';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { SEVERAL } from '@/tests/simulator/scenario/several';
import { notificationFrame, revocationFrame } from '@/tests/support/builders/frames';
import { PLAN_OF_SEVERAL, pass, runOnHelix } from './session-on-helix';

const IDS = SEVERAL.map(({ id }) => id);

const ERRORS: [status: number | null, reason: string][] = [
  [400, 'condition user does not exist'],
  [403, 'subscription missing proper authorization'],
  [409, 'subscription already exists'],
  [429, 'too many join requests, please slow down'],
  [503, 'service unavailable'],
  [null, 'The operation timed out'],
];

describe('a session for five streamers, one of whom Twitch refuses with', () => {
  it.each(ERRORS)('%s "%s", hears the others, and all of them later', async (status, reason) => {
    for (const refused of IDS) {
      const running = runOnHelix(PLAN_OF_SEVERAL);
      const { states, network, heard } = running;
      running.refuse(({ type, condition }) =>
        type === CHAT_NOTICES && condition['broadcaster_user_id'] === refused
          ? new HelixError(status, reason, null)
          : null,
      );
      await pass(running, 10 * MINUTE);
      expect(heard()).toEqual(new Set(IDS.filter((id) => id !== refused)));
      expect(states.at(-1)).toMatchObject({ state: 'listening' });
      running.refuse(() => null);
      await pass(running, HOUR);
      expect(heard()).toEqual(new Set(IDS));
      expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
      expect(network.sockets).toHaveLength(1);
    }
  });
});

it('a chat that Twitch bans the viewer from leaves those of the other streamers', async () => {
  for (const banned of IDS) {
    const running = runOnHelix(PLAN_OF_SEVERAL);
    await pass(running, MINUTE);
    const requests = running.requestedAt.length;
    const condition = { broadcaster_user_id: banned, user_id: '200' };
    running.network.latest.deliver(revocationFrame(CHAT_NOTICES, 'chat_user_banned', condition));
    await pass(running, 10 * MINUTE);
    expect(running.revokedKeys).toHaveLength(1);
    expect(running.revokedKeys[0]).toContain(banned);
    expect(running.requestedAt).toHaveLength(requests);
    expect(running.network.sockets).toHaveLength(1);
    running.network.latest.deliver(notificationFrame(CHAT_NOTICES, {}, { id: 'a' }));
    expect(running.received).toEqual(['a']);
  }
});
