import { describe, expect, it } from 'vitest';
import { HOUR } from '@/lib/time';
import { reconnectFrame, welcomeFrame } from '@/tests/support/builders/frames';
import { ENABLED, later, raidFrame, runSession } from '@/tests/support/running/running-session';
import type { SubscriptionOutcome } from '../subscriptions/create-subscription';

type Running = ReturnType<typeof runSession>;

const MOMENTS: [string, (running: Running) => Promise<void> | void][] = [
  ['connecting', () => {}],
  ['listening', ({ listen }) => listen()],
  ['waiting', ({ network }) => network.latest.closeWith(1006)],
  [
    'moving to another socket',
    async ({ listen, network }) => {
      await listen();
      network.latest.deliver(reconnectFrame('wss://cell-c.eventsub.wss.twitch.tv/ws'));
    },
  ],
  [
    'about to repeat a request that Twitch delayed',
    async ({ listen, answerWith }) => {
      answerWith(({ type }) => (type === 'channel.raid' ? later() : ENABLED));
      await listen();
    },
  ],
];

describe('stop', () => {
  it.each(MOMENTS)('leaves no timer and no socket when %s', async (_moment, reach) => {
    const running = runSession();
    await reach(running);
    running.session.stop();
    expect(running.network.openNow).toBe(0);
    expect(running.clock.pending).toBe(0);
  });

  it.each(MOMENTS)('ends all reports when %s', async (_moment, reach) => {
    const running = runSession();
    await reach(running);
    running.session.stop();
    const { states, requested, received, network } = running;
    const before = {
      states: [...states],
      requested: [...requested],
      sockets: network.sockets.length,
    };
    network.latest.deliver(raidFrame('late'));
    running.session.check();
    running.session.hurry();
    await running.clock.advance(HOUR);
    expect({ states, requested, sockets: network.sockets.length }).toEqual(before);
    expect(received).toEqual([]);
  });

  it('leaves no attempt when it is called because the token may be invalid', async () => {
    const running: Running = runSession(() => 1, { onUnauthorized: () => running.session.stop() });
    running.answerWith(() => ({ outcome: 'unauthorized' }));
    await running.listen();
    expect(running.unauthorized).toBe(1);
    expect(running.clock.pending).toBe(0);
  });

  it('opens no socket when it is called because the session connects again', async () => {
    let attempts = 0;
    const running: Running = runSession(() => 1, {
      onState: ({ state }) => {
        if (state === 'connecting') attempts += 1;
        if (attempts === 2) running.session.stop();
      },
    });
    running.network.latest.closeWith(1006);
    await running.clock.advance(HOUR);
    expect(running.states.at(-1)).toEqual({ state: 'connecting' });
    expect(running.network.sockets).toHaveLength(1);
    expect(running.clock.pending).toBe(0);
  });

  it('does nothing when it is called twice', async () => {
    const { session, listen, network } = runSession();
    await listen();
    session.stop();
    session.stop();
    expect(network.openNow).toBe(0);
  });
});

describe('an answer that arrives after the stop', () => {
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
  ])('causes no request and no change: $outcome', async (answer) => {
    const { requested, states, network, clock, unauthorized } = await stopBeforeAnswer(answer);
    expect(requested).toEqual(['delete stale', 'channel.chat.notification']);
    expect(states.at(-1)).toEqual({ state: 'subscribing' });
    expect(network.sockets).toHaveLength(1);
    expect(clock.pending).toBe(0);
    expect(unauthorized).toBe(0);
  });

  it('still reports an enabled subscription, which counts until it is deleted', async () => {
    const { subscribed } = await stopBeforeAnswer(ENABLED);
    expect(subscribed).toEqual(['channel.chat.notification']);
  });
});
