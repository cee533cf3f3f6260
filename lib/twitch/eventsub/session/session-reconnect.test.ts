import { describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import { reconnectFrame, welcomeFrame } from '@/tests/support/frames';
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
