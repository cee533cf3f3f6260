import { describe, expect, it } from 'vitest';
import { currentAccount } from '@/lib/db/accounts';
import { problemOf } from '@/lib/domain/problem';
import { HOUR, MINUTE } from '@/lib/time';
import { keepaliveFrame, revocationFrame } from '@/tests/support/builders/frames';
import { runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

describe('the validation of the token', () => {
  it('runs at the start and every hour, not on every tick', async () => {
    const { background, listenTo, idHost, clock, network } = await runBackground();
    await listenTo('demo_streamer');
    await background.start();
    const atStart = idHost.validations;
    for (let minute = 0; minute < 60; minute += 1) {
      for (let keepalive = 0; keepalive < 6; keepalive += 1) {
        await clock.advance(MINUTE / 6);
        network.latest.deliver(keepaliveFrame());
      }
      if (minute < 59) await background.tick();
    }
    expect(idHost.validations).toBe(atStart);
    await background.tick();
    expect(idHost.validations).toBe(atStart + 1);
  });

  it('signs the user out if Twitch refuses the token, and shows the reason', async () => {
    const { background, listenTo, idHost, clock, waitForFeed, network } = await runBackground();
    await listenTo('demo_streamer');
    idHost.validateWith('signed_out_by_twitch');
    clock.sleep(HOUR);
    await background.tick();
    const signedOut = { state: 'signed_out', problem: 'signed_out_by_twitch' };
    await waitForFeed(({ connection }) => expect(connection).toEqual(signedOut));
    expect(network.openNow).toBe(0);
    await background.tick();
    await waitForFeed(({ connection }) => expect(connection).toEqual(signedOut));
  });

  it.each(['twitch_down', 'offline'] as const)(
    'does not sign the user out for %s',
    async (problem) => {
      const { background, listenTo, idHost, db, network } = await runBackground();
      await listenTo('demo_streamer');
      idHost.validateWith(problem);
      await background.start();
      expect(await currentAccount(db)).not.toBeNull();
      expect(network.openNow).toBe(1);
    },
  );

  it('does not affect a token that was stored while it ran', async () => {
    const { background, listenTo, idHost, db } = await runBackground();
    await listenTo('demo_streamer');
    const { promise, resolve } = Promise.withResolvers<void>();
    idHost.validateWith('signed_out_by_twitch');
    idHost.holdValidations(promise);
    const started = background.start();
    await until(() => expect(idHost.validations).toBe(2));
    idHost.validateWith(null);
    idHost.holdValidations(Promise.resolve());
    await background.signIn('viewer');
    resolve();
    await started;
    expect((await currentAccount(db))?.token).toBe('token-2');
  });

  it('runs after a 401, for example when a favorite is chosen', async () => {
    const { background, api, idHost, waitForFeed } = await runBackground();
    await background.signIn('viewer');
    api.failWith(401);
    idHost.validateWith('signed_out_by_twitch');
    const failed = background.chooseFavorite('demo_streamer').then(() => 'none', problemOf);
    expect(await failed).toBe('not_signed_in');
    await waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'signed_out', problem: 'signed_out_by_twitch' }),
    );
  });

  it('runs after a revoked subscription, and keeps a valid token', async () => {
    const { listenTo, idHost, network, db } = await runBackground();
    await listenTo('demo_streamer');
    const before = idHost.validations;
    network.latest.deliver(revocationFrame('channel.raid', 'user_removed'));
    await until(() => expect(idHost.validations).toBe(before + 1));
    expect(await currentAccount(db)).not.toBeNull();
  });
});
