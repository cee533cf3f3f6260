import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/time';
import { keepaliveFrame, reconnectFrame, welcomeFrame } from '@/tests/support/frames';
import { type RunningSession, raidFrame, runSession } from '@/tests/support/running-session';

const NEXT = 'wss://cell-c.eventsub.wss.twitch.tv/ws?challenge=abc&id=session-1';

async function listening(): Promise<RunningSession> {
  const running = runSession();
  await running.listen();
  return running;
}

describe('a hand-over that goes wrong', () => {
  it('with an address that is not good leaves the old socket to it, until Twitch closes that', async () => {
    const { network, clock, heard, states } = await listening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    network.latest.closeWith(4007);
    await clock.advance(19 * SECOND);
    // Twitch takes an address once: it is of no use to ask again.
    expect(network.sockets).toHaveLength(2);
    old.deliver(raidFrame('still here'));
    expect(heard).toEqual(['still here']);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    old.closeWith(4004);
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'twitch_down' });
  });

  it('with a new socket that is never welcomed ends in a fresh start', async () => {
    const { network, clock, states } = await listening();
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

  it('with the old socket dying first is carried on by the new one', async () => {
    const { network, clock, heard, states } = await listening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    old.closeWith(1006);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    network.latest.deliver(welcomeFrame());
    network.latest.deliver(raidFrame('through'));
    await clock.advance(0);
    expect(heard).toEqual(['through']);
    expect(network.openNow).toBe(1);
  });

  it('with both dying starts from scratch, once', async () => {
    const { network, clock, states } = await listening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    old.closeWith(1006);
    network.latest.closeWith(4007);
    expect(states.filter(({ state }) => state === 'waiting')).toHaveLength(1);
    await clock.advance(MINUTE);
    expect(network.latest.url).toBe('wss://eventsub.wss.twitch.tv/ws');
  });

  it('with a second reconnect before the first was welcomed follows the second', async () => {
    const { network, clock, heard } = await listening();
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
    expect(heard).toEqual(['through']);
    expect(old.isClosed).toBe(true);
  });

  it('with the same reconnect said twice uses its address once, as it is good for one use', async () => {
    const { network } = await listening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    old.deliver(reconnectFrame(NEXT));
    expect(network.sockets).toHaveLength(2);
    expect(network.openNow).toBe(2);
  });

  it('with a welcome said twice keeps the socket', async () => {
    const { network, heard } = await listening();
    network.latest.deliver(reconnectFrame(NEXT));
    network.latest.deliver(welcomeFrame());
    network.latest.deliver(welcomeFrame());
    network.latest.deliver(raidFrame('through'));
    expect(heard).toEqual(['through']);
    expect(network.openNow).toBe(1);
  });

  it('is tried again within Twitch’s 30 seconds, while the old socket delivers', async () => {
    const { network, clock, heard, states } = await listening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    for (const pause of [1, 2, 4]) {
      network.latest.fail();
      old.deliver(raidFrame(`before ${pause}`));
      await clock.advance(pause * SECOND - 1);
      expect(network.openNow).toBe(1);
      await clock.advance(1);
      expect(network.latest.url).toBe(NEXT);
      expect(network.openNow).toBe(2);
    }
    network.latest.deliver(welcomeFrame());
    network.latest.deliver(raidFrame('through'));
    expect(heard).toEqual(['before 1', 'before 2', 'before 4', 'through']);
    expect(old.isClosed).toBe(true);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  });

  it('is given up after those, and leaves the old socket as it is', async () => {
    const { network, clock, states } = await listening();
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

  it('with the old socket dying between two attempts starts from scratch at once', async () => {
    const { network, clock, states } = await listening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    network.latest.fail();
    old.closeWith(1006);
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'offline' });
    await clock.advance(30 * SECOND);
    expect(network.sockets.map(({ url }) => url).filter((url) => url === NEXT)).toHaveLength(1);
    expect(network.mostOpen).toBe(2);
  });

  it('to anybody but Twitch is not made', async () => {
    const { network, discarded } = await listening();
    network.latest.deliver(reconnectFrame('wss://wss.twitch.tv.elsewhere.example/ws'));
    expect(network.sockets).toHaveLength(1);
    expect(discarded).toEqual(['foreign_address']);
  });

  it('before there is a session is not made', async () => {
    const { network } = runSession();
    network.latest.deliver(reconnectFrame(NEXT));
    expect(network.sockets).toHaveLength(1);
  });

  it('that is asked for without end is followed once a second', async () => {
    const { network, clock } = await listening();
    for (let step = 0; step < 100; step += 1) {
      network.latest.deliver(reconnectFrame(`${NEXT}${step}`));
      network.latest.deliver(welcomeFrame());
      await clock.advance(SECOND / 10);
    }
    expect(network.sockets.length).toBeLessThanOrEqual(12);
    expect(network.mostOpen).toBe(2);
  });
});
