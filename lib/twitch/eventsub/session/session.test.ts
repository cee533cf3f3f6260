import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { keepaliveFrame, revocationFrame, welcomeFrame } from '@/tests/support/builders/frames';
import { START } from '@/tests/support/fakes/fake-clock';
import {
  ENABLED,
  later,
  REFUSED,
  raidFrame,
  runSession,
} from '@/tests/support/running/running-session';

describe('startSession', () => {
  it('reaches listening through connecting and subscribing', async () => {
    const { listen, states, opened, network } = runSession();
    expect(states).toEqual([{ state: 'connecting' }]);
    expect(network.latest.url).toBe('wss://eventsub.wss.twitch.tv/ws');
    await listen();
    expect(opened).toEqual(['session-1']);
    expect(states.slice(1)).toEqual([
      { state: 'subscribing' },
      { state: 'listening', problem: null },
    ]);
  });

  it('deletes stale subscriptions and requests the free types first', async () => {
    const { listen, requested, subscribed } = runSession();
    await listen();
    expect(requested).toEqual([
      'delete stale',
      'channel.chat.notification',
      'channel.chat.message',
      'stream.online',
      'stream.offline',
      'channel.update',
      'channel.raid',
    ]);
    expect(subscribed).toEqual(requested.filter((type) => type !== 'delete stale'));
  });

  it('subscribes on the session of the welcome', async () => {
    const { network, clock, answerWith } = runSession();
    const sessions = new Set<string>();
    answerWith((_planned, sessionId) => {
      sessions.add(sessionId);
      return ENABLED;
    });
    network.latest.deliver(welcomeFrame('AgoQ'));
    await clock.advance(0);
    expect([...sessions]).toEqual(['AgoQ']);
  });

  it('reports events from the first moment', async () => {
    const { network, received } = runSession();
    network.latest.deliver(welcomeFrame());
    network.latest.deliver(raidFrame('early'));
    expect(received).toEqual(['early']);
  });
});

describe('a session that listens', () => {
  it('listens for hours on one socket without sending anything', async () => {
    const { listen, network, clock, states, received } = runSession();
    await listen();
    for (let beat = 0; beat < 1000; beat += 1) {
      await clock.advance(10 * SECOND);
      network.latest.deliver(beat % 100 === 0 ? raidFrame(`n${beat}`) : keepaliveFrame());
    }
    expect(network.sockets).toHaveLength(1);
    // An inbound frame would have closed it with 4001.
    expect(network.openNow).toBe(1);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(received).toHaveLength(10);
  });

  it('reports revocations and frames that it cannot read', async () => {
    const { listen, session, network, revoked, discarded } = runSession();
    await listen();
    network.latest.deliver(revocationFrame('channel.raid', 'authorization_revoked'));
    network.latest.deliver('{}');
    expect(revoked).toMatchObject([{ type: 'channel.raid', status: 'authorization_revoked' }]);
    expect(discarded).toEqual(['not_a_message']);
    expect(session.frameErrors).toMatchObject({ not_a_message: 1, not_json: 0 });
  });
});

describe('a session with an empty plan', () => {
  it('opens no socket', async () => {
    const { clock, network, states } = runSession(() => 1, { plan: [] });
    await clock.advance(3 * HOUR);
    expect(network.sockets).toEqual([]);
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'nothing_allowed' });
  });
});

describe('a session whose requests fail', () => {
  it('listens without chat when Twitch refuses it, and reports that', async () => {
    const { listen, states, subscribed, answerWith } = runSession();
    answerWith(({ type }) => (type.startsWith('channel.chat') ? REFUSED : ENABLED));
    await listen();
    expect(subscribed).toHaveLength(4);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: 'chat_refused' });
  });

  it('retries after an hour, and no sooner, when Twitch refuses everything', async () => {
    const { listen, states, network, clock, session, answerWith } = runSession();
    answerWith(() => REFUSED);
    await listen();
    const retryAt = START + HOUR;
    expect(states.at(-1)).toEqual({ state: 'waiting', problem: 'nothing_allowed', retryAt });
    session.hurry();
    session.check();
    await clock.advance(HOUR - 1);
    expect(network.sockets).toHaveLength(1);
    expect(network.openNow).toBe(0);
    answerWith(() => ENABLED);
    await clock.advance(1);
    await listen();
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  });

  it('starts another session soon when Twitch does not know this one', async () => {
    const { listen, states, network, clock, answerWith } = runSession();
    answerWith(() => ({ outcome: 'session_gone' }));
    await listen();
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'twitch_down' });
    await clock.advance(SECOND);
    expect(network.sockets).toHaveLength(2);
  });

  it('reports that the token may be invalid, and retries after two minutes', async () => {
    const running = runSession();
    running.answerWith(() => ({ outcome: 'unauthorized' }));
    await running.listen();
    expect(running.unauthorized).toBe(1);
    expect(running.states.at(-1)).toMatchObject({ state: 'waiting', problem: 'not_signed_in' });
    await running.clock.advance(2 * MINUTE - 1);
    expect(running.network.sockets).toHaveLength(1);
    await running.clock.advance(1);
    expect(running.network.sockets).toHaveLength(2);
  });

  it('retries soon when every request fails offline', async () => {
    const { listen, network, clock, answerWith } = runSession(() => 0);
    answerWith(() => later('offline'));
    await listen();
    await clock.advance(SECOND);
    expect(network.sockets).toHaveLength(2);
  });

  it.each(['too_many_connections', 'over_budget', 'rate_limited'] as const)(
    'waits at least a minute when every request fails with %s',
    async (problem) => {
      const { listen, session, states, network, clock, answerWith } = runSession(() => 0);
      answerWith(() => later(problem));
      await listen();
      expect(states.at(-1)).toMatchObject({ state: 'waiting', problem });
      await clock.advance(MINUTE - 1);
      session.hurry();
      expect(network.sockets).toHaveLength(1);
      await clock.advance(1);
      expect(network.sockets).toHaveLength(2);
    },
  );

  it('repeats requests that Twitch delays, and listens meanwhile', async () => {
    const { listen, states, subscribed, clock, network, answerWith } = runSession();
    answerWith(({ type }) => (type === 'channel.raid' ? later('twitch_down') : ENABLED));
    await listen();
    expect(states.at(-1)).toEqual({ state: 'listening', problem: 'twitch_down' });
    answerWith(() => ENABLED);
    await clock.advance(10 * SECOND);
    network.latest.deliver(keepaliveFrame());
    await clock.advance(5 * SECOND);
    expect(subscribed).toContain('channel.raid');
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  });
});
