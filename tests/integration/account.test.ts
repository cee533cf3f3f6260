import { describe, expect, it } from 'vitest';
import { currentAccount } from '@/lib/db/accounts';
import { problemOf } from '@/lib/domain/problem';
import { clientIdItem } from '@/lib/settings/client-id';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { keepaliveFrame, revocationFrame } from '@/tests/support/frames';
import { runBackground } from '@/tests/support/running-background';
import { until } from '@/tests/support/until';

describe('signing in', () => {
  it('opens one window when it is requested twice at the same time', async () => {
    const { background, idHost, db } = await runBackground();
    await Promise.all([background.signIn('viewer'), background.signIn('viewer')]);
    expect(idHost.windows).toHaveLength(1);
    await background.signIn('viewer');
    expect(idHost.windows).toHaveLength(2);
    expect((await currentAccount(db))?.token).toBe('token-2');
  });

  it.each(['cancelled', 'denied', 'offline'] as const)(
    'that fails with %s reports the problem to the caller and to the screens',
    async (problem) => {
      const { background, idHost, waitForFeed, db } = await runBackground();
      idHost.answerWith(problem);
      expect(await background.signIn('viewer').then(() => 'none', problemOf)).toBe(problem);
      await waitForFeed(({ connection }) =>
        expect(connection).toEqual({ state: 'signed_out', problem }),
      );
      expect(await currentAccount(db)).toBeNull();
      idHost.answerWith(null);
      await background.signIn('viewer');
      await waitForFeed(({ connection }) => expect(connection).toEqual({ state: 'no_favorite' }));
    },
  );

  it('again keeps the old token if it fails, and revokes it if it succeeds', async () => {
    const { background, listenTo, idHost, network, db } = await runBackground();
    await listenTo('demo_streamer');
    idHost.answerWith('cancelled');
    await background.signIn('viewer').catch(() => {});
    expect((await currentAccount(db))?.token).toBe('token-1');
    expect(network.openNow).toBe(1);
    idHost.answerWith(null);
    await background.signIn('viewer');
    expect((await currentAccount(db))?.token).toBe('token-3');
    expect(idHost.revoked).toEqual(['token-1']);
    expect(network.openNow).toBe(1);
  });
});

describe('the Client ID', () => {
  const clientIdIn = (url: string | undefined) => new URL(url ?? '').searchParams.get('client_id');

  it('is the one of this build, unless the user entered another', async () => {
    const { background, idHost } = await runBackground();
    await background.signIn('viewer');
    await clientIdItem.setValue('entered');
    // The fake host returns a token of the built-in Client ID, so this sign-in is refused.
    const refused = background.signIn('viewer').then(() => 'none', problemOf);
    expect(await refused).toBe('wrong_client_id');
    expect(idHost.windows.map(clientIdIn)).toEqual(['client', 'entered']);
  });
});

describe('a token that expires within a week', () => {
  it('is renewed without a window, with the same Client ID and scopes', async () => {
    const { background, listenTo, idHost, network, db } = await runBackground();
    idHost.expireIn(6 * DAY);
    await listenTo('demo_streamer');
    await clientIdItem.setValue('entered');
    idHost.answerUnseenWith(null);
    idHost.expireIn(60 * DAY);
    await background.tick();
    expect(idHost.windows).toHaveLength(1);
    expect(idHost.unseen).toHaveLength(1);
    const query = new URL(idHost.unseen[0] ?? '').searchParams;
    expect(query.get('client_id')).toBe('client');
    expect(query.get('scope')).toBe('user:read:chat');
    expect(await currentAccount(db)).toMatchObject({ token: 'unseen-token-1' });
    expect(idHost.revoked).toEqual(['token-1']);
    expect(network.openNow).toBe(1);
  });

  it('is kept if Twitch would have to show a page', async () => {
    const { background, listenTo, idHost, db } = await runBackground();
    idHost.expireIn(6 * DAY);
    await listenTo('demo_streamer');
    await background.tick();
    expect(idHost.unseen).toHaveLength(1);
    expect(await currentAccount(db)).toMatchObject({ token: 'token-1' });
    expect(idHost.revoked).toEqual([]);
  });
});

describe('signing out', () => {
  it('revokes and deletes the token, but keeps the history', async () => {
    const { background, listenTo, notify, waitForFeed, idHost, network, db } =
      await runBackground();
    await listenTo('demo_streamer');
    notify('channel.chat.notification', chatNotification({ notice_type: 'sub' }));
    await waitForFeed(({ rows }) => expect(rows).toHaveLength(1));
    await background.signOut();
    expect(idHost.revoked).toEqual(['token-1']);
    expect(await currentAccount(db)).toBeNull();
    expect(await db.session.count()).toBe(0);
    expect(network.openNow).toBe(0);
    await waitForFeed((feed) =>
      expect(feed).toMatchObject({
        account: null,
        favorite: null,
        rows: [],
        connection: { state: 'signed_out', problem: null },
      }),
    );
    expect(await db.events.count()).toBe(1);
  });

  it('and in again keeps the favorite', async () => {
    const { background, listenTo, waitForFeed } = await runBackground();
    await listenTo('demo_streamer');
    await background.signOut();
    await background.signIn('viewer');
    await waitForFeed(({ favorite }) => expect(favorite?.login).toBe('demo_streamer'));
  });
});

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
