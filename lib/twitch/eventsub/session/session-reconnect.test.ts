import { describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import { reconnectFrame, welcomeFrame } from '@/tests/support/builders/frames';
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

describe('a session reconnect', () => {
  it('opens the URL unchanged and keeps the old socket until the new one is welcomed', async () => {
    const { network, received } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    const next = network.latest;
    expect(next.url).toBe(NEXT);
    old.deliver(raidFrame('on the old'));
    expect(old.isClosed).toBe(false);
    next.deliver(welcomeFrame());
    expect(old.isClosed).toBe(true);
    next.deliver(raidFrame('on the new'));
    expect(received).toEqual(['on the old', 'on the new']);
    expect(network.openNow).toBe(1);
  });

  it('neither subscribes nor reports a change', async () => {
    const { network, clock, requested, states, opened } = await startListening();
    const before = { requested: [...requested], states: [...states], opened: [...opened] };
    network.latest.deliver(reconnectFrame(NEXT));
    network.latest.deliver(welcomeFrame('session-2'));
    await clock.advance(0);
    expect({ requested, states, opened }).toEqual(before);
  });

  it('receives from both sockets while both are open', async () => {
    const { network, received } = await startListening();
    const old = network.latest;
    old.deliver(reconnectFrame(NEXT));
    old.deliver(raidFrame('a'));
    network.latest.deliver(raidFrame('b'));
    old.deliver(raidFrame('c'));
    expect(received).toEqual(['a', 'b', 'c']);
  });

  it('loses and repeats no event in a hundred moves in a row', async () => {
    const { network, clock, received, states } = await startListening();
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
    expect(received).toEqual(sent);
    expect(network.mostOpen).toBe(2);
    expect(network.openNow).toBe(1);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(clock.pending).toBe(1);
  });

  it('continues to subscribe on the new session', async () => {
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
