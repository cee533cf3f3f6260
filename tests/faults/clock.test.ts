import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { keepaliveFrame, reconnectFrame, welcomeFrame } from '@/tests/support/frames';
import { ENABLED, REFUSED, type RunningSession, runSession } from '@/tests/support/running-session';
import { storeMeasurements } from './measurements';

/** Changes of the clock: by hand, after a wrong time zone, and by a time server. */
const CHANGES = [-12, -3, -1, -0.1, 0.1, 1, 3, 12].map((hours) => ({ hours }));

/** Lets time pass. Keepalives arrive, and the alarm rings twice a minute. */
async function pass({ clock, network, session }: RunningSession, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 10 * SECOND) {
    await clock.advance(10 * SECOND);
    if (network.openNow > 0) network.latest.deliver(keepaliveFrame());
    if (passed % (30 * SECOND) === 0) session.check();
  }
}

describe.each(CHANGES)('a listening session whose clock is set by $hours hours', ({ hours }) => {
  it('keeps its open connection', async () => {
    const running = runSession();
    await running.listen();
    await pass(running, 5 * MINUTE);
    running.clock.set(hours * HOUR);
    await pass(running, HOUR);
    expect(running.network.sockets).toHaveLength(1);
    expect(running.states.at(-1)).toEqual({ state: 'listening', problem: null });
  });

  it('opens at most one new connection if the change looks like a sleep', async () => {
    const running = runSession();
    await running.listen();
    running.clock.set(hours * HOUR);
    running.session.check();
    await running.clock.advance(2 * SECOND);
    if (running.network.sockets.length > 1) await running.listen();
    await pass(running, HOUR);
    expect(running.network.sockets).toHaveLength(hours > 0 ? 2 : 1);
    expect(running.states.at(-1)).toEqual({ state: 'listening', problem: null });
    storeMeasurements('Connections after a clock was set', {
      [`by ${hours} h`]: running.network.sockets.length,
    });
  });

  it('completes session reconnects in time', async () => {
    const running = runSession();
    const { network, clock } = running;
    await running.listen();
    for (const id of ['first', 'second']) {
      network.latest.deliver(reconnectFrame(`wss://cell-c.eventsub.wss.twitch.tv/ws?${id}`));
      clock.set(hours * HOUR);
      await clock.advance(SECOND);
      network.latest.deliver(welcomeFrame());
    }
    expect(network.sockets.map(({ url }) => url.split('?')[1])).toEqual([
      undefined,
      'first',
      'second',
    ]);
    expect(network.openNow).toBe(1);
  });
});

describe.each(CHANGES)('a waiting session whose clock is set by $hours hours', ({ hours }) => {
  it('makes no attempt to connect later than planned', async () => {
    const running = runSession();
    const { network, clock } = running;
    for (let attempt = 0; attempt < 8; attempt += 1) {
      network.latest.closeWith(1006);
      if (attempt < 7) await clock.advance(2 * MINUTE);
    }
    const before = network.sockets.length;
    clock.set(hours * HOUR);
    await pass(running, 2 * MINUTE);
    expect(network.sockets.length).toBe(before + 1);
  });

  it('tries a refused subscription again within the planned time', async () => {
    const running = runSession();
    running.answerWith(({ type }) => (type === 'channel.raid' ? REFUSED : ENABLED));
    await running.listen();
    running.clock.set(hours * HOUR);
    running.answerWith(() => ENABLED);
    await pass(running, 62 * MINUTE);
    expect(running.subscribed).toContain('channel.raid');
  });
});
