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

describe('a hand-over', () => {
  it('opens the address as it was given, and keeps the old socket until the new is welcomed', async () => {
    const { network, heard } = await listening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    const next = network.latest;
    expect(next.url).toBe(NEXT);
    old.deliver(raidFrame('on the old'));
    expect(old.isClosed).toBe(false);
    next.deliver(welcomeFrame());
    expect(old.isClosed).toBe(true);
    next.deliver(raidFrame('on the new'));
    expect(heard).toEqual(['on the old', 'on the new']);
    expect(network.openNow).toBe(1);
  });

  it('subscribes to nothing, and is no change to tell of', async () => {
    const { network, clock, asked, states, opened } = await listening();
    const before = { asked: [...asked], states: [...states], opened: [...opened] };
    network.latest.deliver(reconnectFrame(NEXT));
    network.latest.deliver(welcomeFrame('session-2'));
    await clock.advance(0);
    expect({ asked, states, opened }).toEqual(before);
  });

  it('lets both sockets deliver while both are open', async () => {
    const { network, heard } = await listening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    old.deliver(raidFrame('a'));
    network.latest.deliver(raidFrame('b'));
    old.deliver(raidFrame('c'));
    expect(heard).toEqual(['a', 'b', 'c']);
  });

  it('a hundred times in a row loses nothing and doubles nothing', async () => {
    const { network, clock, heard, states } = await listening();
    const sent: string[] = [];
    const send = (socket: { deliver(frame: string): void }, id: string) => {
      sent.push(id);
      socket.deliver(raidFrame(id));
    };
    for (let round = 0; round < 100; round += 1) {
      const old = network.latest;
      old.deliver(reconnectFrame(`${NEXT}${round}`));
      send(old, `${round} before`);
      await clock.advance(5 * SECOND);
      send(old, `${round} just before`);
      network.latest.deliver(welcomeFrame(`session-${round}`));
      send(network.latest, `${round} after`);
      await clock.advance(5 * SECOND);
    }
    expect(heard).toEqual(sent);
    expect(network.mostOpen).toBe(2);
    expect(network.openNow).toBe(1);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(clock.pending).toBe(1);
  });

  it('while still subscribing goes on subscribing on the new session', async () => {
    const { network, clock, subscribed, answerWith } = runSession();
    const sessions: string[] = [];
    answerWith((_planned, sessionId) => {
      if (sessions.length === 1) {
        network.latest.deliver(reconnectFrame(NEXT));
        network.latest.deliver(welcomeFrame('session-2'));
      }
      sessions.push(sessionId);
      return { outcome: 'enabled', id: 'x' };
    });
    network.latest.deliver(welcomeFrame('session-1'));
    await clock.advance(0);
    expect(subscribed).toHaveLength(6);
    expect(sessions[0]).toBe('session-1');
    expect(sessions.at(-1)).toBe('session-2');
  });
});

describe('a hand-over that goes wrong', () => {
  it('with the new socket failing leaves the old one to it, until Twitch closes that', async () => {
    const { network, heard, states } = await listening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    network.latest.fail();
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
    await clock.advance(5 * SECOND);
    expect(network.latest.isClosed).toBe(true);
    expect(old.isClosed).toBe(false);
    old.closeWith(4004);
    await clock.advance(SECOND);
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
    const { network, heard } = await listening();
    const old = network.latest;
    old.deliver(reconnectFrame(`${NEXT}1`));
    const first = network.latest;
    old.deliver(reconnectFrame(`${NEXT}2`));
    expect(first.isClosed).toBe(true);
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
});
