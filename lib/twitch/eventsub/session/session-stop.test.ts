import { describe, expect, it } from 'vitest';
import { HOUR } from '@/lib/time';
import { reconnectFrame, welcomeFrame } from '@/tests/support/frames';
import { ENABLED, later, raidFrame, runSession } from '@/tests/support/running-session';
import type { SubscriptionOutcome } from '../subscriptions/create-subscription';

type Running = ReturnType<typeof runSession>;

const MOMENTS: [string, (running: Running) => Promise<void> | void][] = [
  ['connecting', () => {}],
  ['listening', ({ listen }) => listen()],
  ['waiting', ({ network }) => network.latest.closeWith(1006)],
  [
    'in a hand-over',
    async ({ listen, network }) => {
      await listen();
      network.latest.deliver(reconnectFrame('wss://cell-c.eventsub.wss.twitch.tv/ws'));
    },
  ],
  [
    'about to ask again for what Twitch put off',
    async ({ listen, answerWith }) => {
      answerWith(({ type }) => (type === 'channel.raid' ? later() : ENABLED));
      await listen();
    },
  ],
];

describe('stop', () => {
  it.each(MOMENTS)('leaves no timer and no socket when %s', async (_when, bringThere) => {
    const running = runSession();
    await bringThere(running);
    running.session.stop();
    expect(running.network.openNow).toBe(0);
    expect(running.clock.pending).toBe(0);
  });

  it.each(MOMENTS)('is the end of all that is told when %s', async (_when, bringThere) => {
    const running = runSession();
    await bringThere(running);
    running.session.stop();
    const { states, asked, heard, network } = running;
    const before = { states: [...states], asked: [...asked], sockets: network.sockets.length };
    network.latest.deliver(raidFrame('late'));
    running.session.check();
    running.session.hurry();
    await running.clock.advance(HOUR);
    expect({ states, asked, sockets: network.sockets.length }).toEqual(before);
    expect(heard).toEqual([]);
  });

  it('by whoever is just told that the token is in doubt leaves no attempt', async () => {
    const running: Running = runSession(() => 1, { onUnauthorized: () => running.session.stop() });
    running.answerWith(() => ({ outcome: 'unauthorized' }));
    await running.listen();
    expect(running.unauthorized).toBe(1);
    expect(running.clock.pending).toBe(0);
  });

  it('twice is as good as once', async () => {
    const { session, listen, network } = runSession();
    await listen();
    session.stop();
    session.stop();
    expect(network.openNow).toBe(0);
  });
});

describe('an answer that comes after the stop', () => {
  async function stopBeforeAnswer(answer: SubscriptionOutcome): Promise<Running> {
    const running = runSession();
    const { promise, resolve } = Promise.withResolvers<SubscriptionOutcome>();
    running.answerWith(() => promise);
    running.network.latest.deliver(welcomeFrame());
    await running.clock.advance(0);
    running.session.stop();
    resolve(answer);
    await running.clock.advance(HOUR);
    return running;
  }

  it.each<SubscriptionOutcome>([
    ENABLED,
    { outcome: 'refused', reason: '' },
    { outcome: 'session_gone' },
    { outcome: 'unauthorized' },
    { outcome: 'later', problem: 'over_budget' },
  ])('($outcome) asks for nothing more and changes no state', async (answer) => {
    const { asked, states, network, clock, unauthorized } = await stopBeforeAnswer(answer);
    expect(asked).toEqual(['channel.chat.notification']);
    expect(states.at(-1)).toEqual({ state: 'subscribing' });
    expect(network.sockets).toHaveLength(1);
    expect(clock.pending).toBe(0);
    expect(unauthorized).toBe(0);
  });

  it('still tells of a subscription it brought, which counts until it is deleted', async () => {
    const { subscribed } = await stopBeforeAnswer(ENABLED);
    expect(subscribed).toEqual(['channel.chat.notification']);
  });
});
