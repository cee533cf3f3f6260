import { describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import { revocationFrame } from '@/tests/support/builders/frames';
import {
  ENABLED,
  keepAlive,
  REFUSED,
  raidFrame,
  runSession,
  VIEWER_PLAN,
} from '@/tests/support/running/running-session';

const [first, ...rest] = VIEWER_PLAN;
const smaller = rest.slice(1);

describe('a changed plan', () => {
  it('leaves the connection and its events alone', async () => {
    const { session, network, clock, listen, received, requested, states } = runSession();
    await listen();
    requested.length = 0;
    session.changePlan(smaller);
    network.latest.deliver(raidFrame('during'));
    await clock.advance(0);
    expect(received).toEqual(['during']);
    expect(requested).toEqual(['delete subscription,subscription']);
    expect(network.sockets).toHaveLength(1);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  });

  it('is that of the next session, too', async () => {
    const { session, network, clock, listen, requested } = runSession();
    await listen();
    session.changePlan(smaller);
    await clock.advance(0);
    network.latest.closeWith(4000);
    await clock.advance(SECOND);
    requested.length = 0;
    await listen();
    const wanted = smaller.map(({ type }) => type);
    expect(requested.filter((what) => what !== 'delete stale')).toEqual(wanted);
  });

  it('waits for the welcome before it is requested', async () => {
    const { session, clock, listen, requested } = runSession();
    session.changePlan(smaller);
    await clock.advance(0);
    expect(requested).toEqual([]);
    await listen();
    expect(requested).toEqual(['delete stale', ...smaller.map(({ type }) => type)]);
  });

  it('ends the wait after a plan of which nothing was allowed', async () => {
    const { session, network, clock, answerWith, listen, states } = runSession();
    answerWith(() => REFUSED);
    await listen();
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'nothing_allowed' });
    answerWith(() => ENABLED);
    const other = { broadcaster_user_id: '101', user_id: '200' };
    session.changePlan(
      VIEWER_PLAN.map((planned) => ({ ...planned, key: `${planned.key}101`, condition: other })),
    );
    expect(network.sockets).toHaveLength(2);
    await listen();
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    await keepAlive({ clock, network }, 20 * SECOND);
    expect(network.openNow).toBe(1);
  });
});

describe('another token', () => {
  it('may be allowed what Twitch has refused', async () => {
    const { session, clock, answerWith, listen, requested } = runSession();
    answerWith(({ key }) => (key === first?.key ? REFUSED : ENABLED));
    await listen();
    requested.length = 0;
    answerWith(() => ENABLED);
    session.tokenReplaced();
    session.changePlan(VIEWER_PLAN);
    await clock.advance(0);
    expect(requested).toEqual([first?.type]);
  });

  it.each([
    ['at once if the old token has ended', true, 1],
    ['later if it is the token that has ended', false, 0],
  ])('requests a revoked subscription %s', async (_when, isReplaced, times) => {
    const { session, network, clock, listen, requested } = runSession();
    await listen();
    if (isReplaced) session.tokenReplaced();
    requested.length = 0;
    network.latest.deliver(revocationFrame('stream.online', 'authorization_revoked'));
    await keepAlive({ clock, network }, 20 * SECOND);
    expect(requested.filter((type) => type === 'stream.online')).toHaveLength(times);
  });

  it('is that of the next session, whose revocations count', async () => {
    const { session, network, clock, listen, requested } = runSession();
    await listen();
    session.tokenReplaced();
    network.latest.closeWith(4000);
    await clock.advance(SECOND);
    await listen();
    requested.length = 0;
    network.latest.deliver(revocationFrame('stream.online', 'authorization_revoked'));
    await keepAlive({ clock, network }, 20 * SECOND);
    expect(requested).toEqual([]);
  });
});
