import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/domain/problem';
import { withFavorite } from '@/lib/domain/roster/roster';
import { changeRoster } from '@/lib/settings/roster';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { welcomeFrame } from '@/tests/support/builders/frames';
import { type RunningBackground, runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

/** Closes every new socket for the given number of seconds. */
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

/** Kills the worker and starts another one, as the alarm does. */
async function startNextWorker(running: RunningBackground): Promise<RunningBackground> {
  const next = await running.restart();
  await next.background.start();
  return next;
}

/** Runs a background whose attempts all fail, for the given number of seconds. */
async function runFailing(seconds: number): Promise<RunningBackground> {
  const running = await runBackground();
  await running.background.signIn('viewer');
  await running.background.chooseFavorite('demo_streamer');
  await failFor(seconds, running);
  return running;
}

/** Welcomes the socket and waits until it is closed, because Twitch refuses all subscriptions. */
async function welcomeAndRefuse({ network }: RunningBackground): Promise<void> {
  network.latest.deliver(welcomeFrame());
  await until(() => expect(network.openNow).toBe(0));
}

const reconnecting = (problem: Problem) => ({ state: 'reconnecting', problem });

describe('the retry delay', () => {
  it('is the same if the worker is killed every half minute', async () => {
    const surviving = await runFailing(600);
    let killed = await runFailing(30);
    for (let worker = 1; worker < 20; worker += 1) {
      killed = await startNextWorker(killed);
      await failFor(30, killed);
    }
    // After 1, 2, 4 … 64 seconds, and then every 120 seconds.
    expect(surviving.network.sockets).toHaveLength(11);
    expect(killed.network.sockets).toHaveLength(11);
  });

  it('shows why the extension does not listen', async () => {
    const { waitForFeed } = await startNextWorker(await runFailing(60));
    await waitForFeed(({ connection }) => expect(connection).toEqual(reconnecting('twitch_down')));
  });

  it('ends when the network is back', async () => {
    const { background, network } = await startNextWorker(await runFailing(60));
    const before = network.sockets.length;
    background.hurry();
    expect(network.sockets).toHaveLength(before + 1);
  });

  it.each<[string, (background: RunningBackground['background']) => Promise<unknown>]>([
    ['signs in', (background) => background.signIn('viewer')],
    ['chooses another favorite', (background) => background.chooseFavorite('other_streamer')],
  ])('ends when the user %s', async (_action, act) => {
    const { background, network, clock } = await startNextWorker(await runFailing(60));
    const before = network.sockets.length;
    await act(background);
    expect(network.sockets).toHaveLength(before + 1);
    // The number of failures starts again, too.
    network.latest.closeWith(4000);
    await clock.advance(SECOND);
    expect(network.sockets).toHaveLength(before + 2);
  });

  it('does not apply to another favorite that was synced from another computer', async () => {
    const running = await runFailing(60);
    const before = running.network.sockets.length;
    await changeRoster('200', (now) => withFavorite(now, OTHER_STREAMER, 1));
    const { network } = await startNextWorker(running);
    expect(network.sockets).toHaveLength(before + 1);
  });

  it('ends when the user signs out and in again', async () => {
    const { background, network } = await startNextWorker(await runFailing(60));
    await background.signOut();
    const before = network.sockets.length;
    await background.signIn('viewer');
    expect(network.sockets).toHaveLength(before + 1);
  });

  it('does not apply after the clock was set back', async () => {
    const running = await runFailing(60);
    const before = running.network.sockets.length;
    running.clock.sleep(-5 * HOUR);
    const { network } = await startNextWorker(running);
    expect(network.sockets).toHaveLength(before + 1);
  });

  it('is short again after a minute of listening, also by an earlier worker', async () => {
    const running = await runFailing(60);
    running.background.hurry();
    await running.welcome();
    running.clock.sleep(2 * MINUTE);
    const next = await startNextWorker(running);
    const before = next.network.sockets.length;
    next.network.latest.closeWith(4000);
    await next.clock.advance(SECOND);
    expect(next.network.sockets).toHaveLength(before + 1);
  });
});

describe('the retry delay after a refusal', () => {
  it('of a fourth connection survives the end of the worker', async () => {
    const running = await runBackground();
    await running.background.signIn('viewer');
    await running.background.chooseFavorite('demo_streamer');
    running.api.failWith(429);
    await welcomeAndRefuse(running);
    const minDelaySeconds = (MINUTE - SECOND) / SECOND;
    const next = await startNextWorker(running);
    await failFor(minDelaySeconds - 30, next);
    const last = await startNextWorker(next);
    await failFor(30, last);
    expect(last.network.sockets).toHaveLength(1);
    await failFor(5 * (MINUTE / SECOND), last);
    expect(last.network.sockets.length).toBeGreaterThan(1);
  });

  it('of all subscriptions survives the end of the worker', async () => {
    const running = await runBackground();
    await running.background.signIn('viewer');
    await running.background.chooseFavorite('demo_streamer');
    running.api.failWith(403);
    await welcomeAndRefuse(running);
    let next = running;
    for (let worker = 0; worker < 40; worker += 1) {
      next = await startNextWorker(next);
      await failFor(30, next);
    }
    expect(next.network.sockets).toHaveLength(1);
    await next.waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'problem', problem: 'nothing_allowed' }),
    );
    // Forty workers start: a busy machine needs more than the usual five seconds.
  }, 30_000);

  it('of chat alone survives, too: not every worker requests it again', async () => {
    const running = await runBackground();
    running.api.refused.add('channel.chat.notification');
    await running.listenTo('demo_streamer');
    running.api.refused.clear();
    const next = await startNextWorker(running);
    await next.welcome();
    expect(next.api.subscriptions.map(({ type }) => type)).not.toContain(
      'channel.chat.notification',
    );
  });
});
