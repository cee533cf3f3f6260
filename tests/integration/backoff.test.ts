import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/domain/problem';
import { storeFavorite } from '@/lib/settings/favorite';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { OTHER_STREAMER } from '@/tests/support/accounts';
import { welcomeFrame } from '@/tests/support/frames';
import { type RunningBackground, runBackground } from '@/tests/support/running-background';
import { until } from '@/tests/support/until';

/** Twitch closes every socket at once for so many seconds. */
async function failFor(
  seconds: number,
  { clock, network, background }: RunningBackground,
): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    if (network.openNow > 0) network.latest.closeWith(4000);
    await clock.advance(SECOND);
    if (second % 30 === 29) await background.tick();
  }
}

/** The worker is killed, and the alarm begins another. */
async function wake(running: RunningBackground): Promise<RunningBackground> {
  const next = await running.restart();
  await next.background.start();
  return next;
}

/** A background whose attempts have all failed for so long. */
async function failing(seconds: number): Promise<RunningBackground> {
  const running = await runBackground();
  await running.background.signIn('viewer');
  await running.background.chooseFavorite('demo_streamer');
  await failFor(seconds, running);
  return running;
}

/** Twitch welcomes the socket, and then grants nothing. */
async function welcomeInVain({ network }: RunningBackground): Promise<void> {
  network.latest.deliver(welcomeFrame());
  await until(() => expect(network.openNow).toBe(0));
}

const waiting = (problem: Problem) => ({ state: 'reconnecting', problem });

describe('pauses between attempts', () => {
  it('are as long with a worker that is killed every half minute as with one that lives', async () => {
    const lasting = await failing(600);
    let killed = await failing(30);
    for (let life = 1; life < 20; life += 1) {
      killed = await wake(killed);
      await failFor(30, killed);
    }
    // 1, 2, 4 … 64, and then every 120 seconds.
    expect(lasting.network.sockets).toHaveLength(11);
    expect(killed.network.sockets).toHaveLength(11);
  });

  it('show while they last why nobody listens', async () => {
    const { shows } = await wake(await failing(60));
    await shows(({ connection }) => expect(connection).toEqual(waiting('twitch_down')));
  });

  it('are over when the network is back', async () => {
    const { background, network } = await wake(await failing(60));
    const before = network.sockets.length;
    background.hurry();
    expect(network.sockets).toHaveLength(before + 1);
  });

  it.each<[string, (background: RunningBackground['background']) => Promise<unknown>]>([
    ['signs in', (background) => background.signIn('viewer')],
    ['chooses another favorite', (background) => background.chooseFavorite('other_streamer')],
  ])('are over when the user %s', async (_what, act) => {
    const { background, network, clock } = await wake(await failing(60));
    const before = network.sockets.length;
    await act(background);
    expect(network.sockets).toHaveLength(before + 1);
    // The count begins anew as well.
    network.latest.closeWith(4000);
    await clock.advance(SECOND);
    expect(network.sockets).toHaveLength(before + 2);
  });

  it('are not waited for where another favorite came from another machine', async () => {
    const running = await failing(60);
    const before = running.network.sockets.length;
    await storeFavorite('200', OTHER_STREAMER);
    const { network } = await wake(running);
    expect(network.sockets).toHaveLength(before + 1);
  });

  it('are nothing to who signs out and in again', async () => {
    const { background, network } = await wake(await failing(60));
    await background.signOut();
    const before = network.sockets.length;
    await background.signIn('viewer');
    expect(network.sockets).toHaveLength(before + 1);
  });

  it('are not waited for by a worker that finds the clock set back', async () => {
    const running = await failing(60);
    const before = running.network.sockets.length;
    running.clock.sleep(-5 * HOUR);
    const { network } = await wake(running);
    expect(network.sockets).toHaveLength(before + 1);
  });

  it('are short again after a good minute of listening, whichever worker listened', async () => {
    const running = await failing(60);
    running.background.hurry();
    await running.welcome();
    running.clock.sleep(2 * MINUTE);
    const next = await wake(running);
    const before = next.network.sockets.length;
    next.network.latest.closeWith(4000);
    await next.clock.advance(SECOND);
    expect(next.network.sockets).toHaveLength(before + 1);
  });
});

describe('the pause after Twitch refused', () => {
  it('a fourth browser lasts over the end of the worker', async () => {
    const running = await runBackground();
    await running.background.signIn('viewer');
    await running.background.chooseFavorite('demo_streamer');
    running.api.failWith(429);
    await welcomeInVain(running);
    const lastsAtLeast = (MINUTE - SECOND) / SECOND;
    const next = await wake(running);
    await failFor(lastsAtLeast - 30, next);
    const last = await wake(next);
    await failFor(30, last);
    expect(last.network.sockets).toHaveLength(1);
    await failFor(5 * (MINUTE / SECOND), last);
    expect(last.network.sockets.length).toBeGreaterThan(1);
  });

  it('everything lasts over the end of the worker, and so does each refusal', async () => {
    const running = await runBackground();
    await running.background.signIn('viewer');
    await running.background.chooseFavorite('demo_streamer');
    running.api.failWith(403);
    await welcomeInVain(running);
    let next = running;
    for (let life = 0; life < 40; life += 1) {
      next = await wake(next);
      await failFor(30, next);
    }
    expect(next.network.sockets).toHaveLength(1);
    await next.shows(({ connection }) =>
      expect(connection).toEqual({ state: 'problem', problem: 'nothing_allowed' }),
    );
  });

  it('chat alone lasts as well: it is not asked for again by every worker', async () => {
    const running = await runBackground();
    running.api.refused.add('channel.chat.notification');
    await running.listenTo('demo_streamer');
    running.api.refused.clear();
    const next = await wake(running);
    await next.welcome();
    expect(next.api.subscriptions.map(({ type }) => type)).not.toContain(
      'channel.chat.notification',
    );
  });
});
