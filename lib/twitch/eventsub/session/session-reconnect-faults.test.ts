import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/time';
import { keepaliveFrame, reconnectFrame, welcomeFrame } from '@/tests/support/builders/frames';
import {
  type RunningSession,
  raidFrame,
  runSession,
} from '@/tests/support/running/running-session';

const NEXT = 'wss://cell-c.eventsub.wss.twitch.tv/ws?challenge=abc&id=session-1';

async function startListening(): Promise<RunningSession> {
  const running = runSession();
  await running.listen();
  return running;
}

describe('a session reconnect that fails', () => {
  it('keeps the old socket until Twitch closes it when the URL is not valid', async () => {
    const { network, clock, received, states } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    network.latest.closeWith(4007);
    await clock.advance(19 * SECOND);
    // Twitch accepts a URL once, so the session does not try it again.
    expect(network.sockets).toHaveLength(2);
    old.deliver(raidFrame('still here'));
    expect(received).toEqual(['still here']);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    old.closeWith(4004);
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'twitch_down' });
  });

  it('starts from scratch when the new socket is never welcomed', async () => {
    const { network, clock, states } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    await clock.advance(10 * SECOND);
    old.deliver(keepaliveFrame());
    await clock.advance(10 * SECOND);
    old.deliver(keepaliveFrame());
    await clock.advance(10 * SECOND);
    old.closeWith(4004);
    await clock.advance(5 * SECOND);
    expect(network.openNow).toBe(1);
    expect(network.latest.url).toBe('wss://eventsub.wss.twitch.tv/ws');
    network.latest.deliver(welcomeFrame('session-2'));
    await clock.advance(0);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  });

  it('continues on the new socket when the old one ends first', async () => {
    const { network, clock, received, states } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    old.closeWith(1006);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    network.latest.deliver(welcomeFrame());
    network.latest.deliver(raidFrame('through'));
    await clock.advance(0);
    expect(received).toEqual(['through']);
    expect(network.openNow).toBe(1);
  });

  it('starts from scratch once when both sockets end', async () => {
    const { network, clock, states } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    old.closeWith(1006);
    network.latest.closeWith(4007);
    expect(states.filter(({ state }) => state === 'waiting')).toHaveLength(1);
    await clock.advance(MINUTE);
    expect(network.latest.url).toBe('wss://eventsub.wss.twitch.tv/ws');
  });

  it('follows a second request that arrives before the first is welcomed', async () => {
    const { network, clock, received } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(`${NEXT}1`));
    const first = network.latest;
    old.deliver(reconnectFrame(`${NEXT}2`));
    expect(first.isClosed).toBe(true);
    await clock.advance(SECOND);
    expect(network.latest.url).toBe(`${NEXT}2`);
    expect(network.openNow).toBe(2);
    network.latest.deliver(welcomeFrame());
    network.latest.deliver(raidFrame('through'));
    expect(received).toEqual(['through']);
    expect(old.isClosed).toBe(true);
  });

  it('opens a URL once when the request arrives twice', async () => {
    const { network } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    old.deliver(reconnectFrame(NEXT));
    expect(network.sockets).toHaveLength(2);
    expect(network.openNow).toBe(2);
  });

  it('keeps the socket when the welcome arrives twice', async () => {
    const { network, received } = await startListening();
    network.latest.deliver(reconnectFrame(NEXT));
    network.latest.deliver(welcomeFrame());
    network.latest.deliver(welcomeFrame());
    network.latest.deliver(raidFrame('through'));
    expect(received).toEqual(['through']);
    expect(network.openNow).toBe(1);
  });

  it('tries again for 30 seconds while the old socket delivers events', async () => {
    const { network, clock, received, states } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    for (const seconds of [1, 2, 4]) {
      network.latest.fail();
      old.deliver(raidFrame(`before ${seconds}`));
      await clock.advance(seconds * SECOND - 1);
      expect(network.openNow).toBe(1);
      await clock.advance(1);
      expect(network.latest.url).toBe(NEXT);
      expect(network.openNow).toBe(2);
    }
    network.latest.deliver(welcomeFrame());
    network.latest.deliver(raidFrame('through'));
    expect(received).toEqual(['before 1', 'before 2', 'before 4', 'through']);
    expect(old.isClosed).toBe(true);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  });

  it('gives up after 30 seconds and keeps the old socket', async () => {
    const { network, clock, states } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    for (let second = 0; second < 60; second += 1) {
      if (network.latest !== old && !network.latest.isClosed) network.latest.fail();
      old.deliver(keepaliveFrame());
      await clock.advance(SECOND);
    }
    expect(network.sockets).toHaveLength(6);
    expect(old.isClosed).toBe(false);
    expect(clock.pending).toBe(1);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  });

  it('starts from scratch at once when the old socket ends between two attempts', async () => {
    const { network, clock, states } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    network.latest.fail();
    old.closeWith(1006);
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'offline' });
    await clock.advance(30 * SECOND);
    expect(network.sockets.map(({ url }) => url).filter((url) => url === NEXT)).toHaveLength(1);
    expect(network.mostOpen).toBe(2);
  });

  it('ignores a URL that is not Twitch’s', async () => {
    const { network, discarded } = await startListening();
    network.latest.deliver(reconnectFrame('wss://wss.twitch.tv.elsewhere.example/ws'));
    expect(network.sockets).toHaveLength(1);
    expect(discarded).toEqual(['foreign_address']);
  });

  it('ignores a request before the welcome', async () => {
    const { network } = runSession();
    network.latest.deliver(reconnectFrame(NEXT));
    expect(network.sockets).toHaveLength(1);
  });

  it('moves once a second when Twitch sends request after request', async () => {
    const { network, clock } = await startListening();
    for (let step = 0; step < 100; step += 1) {
      network.latest.deliver(reconnectFrame(`${NEXT}${step}`));
      network.latest.deliver(welcomeFrame());
      await clock.advance(SECOND / 10);
    }
    expect(network.sockets.length).toBeLessThanOrEqual(12);
    expect(network.mostOpen).toBe(2);
  });
});
