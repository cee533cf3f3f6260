import { describe, expect, it } from 'vitest';
import { currentAccount } from '@/lib/db/accounts';
import { problemOf } from '@/lib/domain/problem';
import { clientIdItem } from '@/lib/settings/items';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { keepaliveFrame, revocationFrame } from '@/tests/support/frames';
import { runBackground } from '@/tests/support/running-background';
import { until } from '@/tests/support/until';

describe('signing in', () => {
  it('asked for twice at once opens one window', async () => {
    const { background, idHost, db } = await runBackground();
    await Promise.all([background.signIn('viewer'), background.signIn('viewer')]);
    expect(idHost.windows).toHaveLength(1);
    await background.signIn('viewer');
    expect(idHost.windows).toHaveLength(2);
    expect((await currentAccount(db))?.token).toBe('token-2');
  });

  it.each(['cancelled', 'denied', 'offline'] as const)(
    'that ends with %s says so to whoever asked, and on every screen',
    async (problem) => {
      const { background, idHost, shows, db } = await runBackground();
      idHost.answerWith(problem);
      expect(await background.signIn('viewer').then(() => 'none', problemOf)).toBe(problem);
      await shows(({ connection }) => expect(connection).toEqual({ state: 'signed_out', problem }));
      expect(await currentAccount(db)).toBeNull();
      idHost.answerWith(null);
      await background.signIn('viewer');
      await shows(({ connection }) => expect(connection).toEqual({ state: 'no_favorite' }));
    },
  );

  it('again keeps the old sign-in where it fails, and takes it back where it works', async () => {
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
    await clientIdItem.setValue('of the user');
    // The token of this sign-in belongs to the built-in Client ID, so it is not taken.
    const refused = background.signIn('viewer').then(() => 'none', problemOf);
    expect(await refused).toBe('wrong_client_id');
    expect(idHost.windows.map(clientIdIn)).toEqual(['client', 'of the user']);
  });
});

describe('a sign-in that ends within a week', () => {
  it('is renewed without a window, by the Client ID and with the scopes that it has', async () => {
    const { background, listenTo, idHost, network, db } = await runBackground();
    idHost.expireIn(6 * DAY);
    await listenTo('demo_streamer');
    await clientIdItem.setValue('of the user');
    idHost.answerUnseenWith(null);
    idHost.expireIn(60 * DAY);
    await background.tick();
    expect(idHost.windows).toHaveLength(1);
    expect(idHost.unseen).toHaveLength(1);
    const asked = new URL(idHost.unseen[0] ?? '').searchParams;
    expect(asked.get('client_id')).toBe('client');
    expect(asked.get('scope')).toBe('user:read:chat');
    expect(await currentAccount(db)).toMatchObject({ token: 'unseen-token-1' });
    expect(idHost.revoked).toEqual(['token-1']);
    expect(network.openNow).toBe(1);
  });

  it('stays as it is if Twitch would have to show a page', async () => {
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
  it('takes the token back and forgets it; the history stays', async () => {
    const { background, listenTo, say, shows, idHost, network, db } = await runBackground();
    await listenTo('demo_streamer');
    say('channel.chat.notification', chatNotification({ notice_type: 'sub' }));
    await shows(({ rows }) => expect(rows).toHaveLength(1));
    await background.signOut();
    expect(idHost.revoked).toEqual(['token-1']);
    expect(await currentAccount(db)).toBeNull();
    expect(await db.session.count()).toBe(0);
    expect(network.openNow).toBe(0);
    await shows((feed) =>
      expect(feed).toMatchObject({
        account: null,
        favorite: null,
        rows: [],
        connection: { state: 'signed_out', problem: null },
      }),
    );
    expect(await db.events.count()).toBe(1);
  });

  it('and in again finds the favorite as it was', async () => {
    const { background, listenTo, shows } = await runBackground();
    await listenTo('demo_streamer');
    await background.signOut();
    await background.signIn('viewer');
    await shows(({ favorite }) => expect(favorite?.login).toBe('demo_streamer'));
  });
});

describe('asking Twitch about the token', () => {
  it('is done at the start and every hour, not with every tick', async () => {
    const { background, listenTo, idHost, clock, network } = await runBackground();
    await listenTo('demo_streamer');
    await background.start();
    const atStart = idHost.validations;
    for (let minute = 0; minute < 60; minute += 1) {
      for (let beat = 0; beat < 6; beat += 1) {
        await clock.advance(MINUTE / 6);
        network.latest.deliver(keepaliveFrame());
      }
      if (minute < 59) await background.tick();
    }
    expect(idHost.validations).toBe(atStart);
    await background.tick();
    expect(idHost.validations).toBe(atStart + 1);
  });

  it('signs out where Twitch refuses it, and says why', async () => {
    const { background, listenTo, idHost, clock, shows, network } = await runBackground();
    await listenTo('demo_streamer');
    idHost.validateWith('signed_out_by_twitch');
    clock.sleep(HOUR);
    await background.tick();
    const signedOut = { state: 'signed_out', problem: 'signed_out_by_twitch' };
    await shows(({ connection }) => expect(connection).toEqual(signedOut));
    expect(network.openNow).toBe(0);
    await background.tick();
    await shows(({ connection }) => expect(connection).toEqual(signedOut));
  });

  it.each(['twitch_down', 'offline'] as const)('never signs out for %s', async (problem) => {
    const { background, listenTo, idHost, db, network } = await runBackground();
    await listenTo('demo_streamer');
    idHost.validateWith(problem);
    await background.start();
    expect(await currentAccount(db)).not.toBeNull();
    expect(network.openNow).toBe(1);
  });

  it('says nothing of a token that came after the question', async () => {
    const { background, listenTo, idHost, db } = await runBackground();
    await listenTo('demo_streamer');
    const { promise, resolve } = Promise.withResolvers<void>();
    idHost.validateWith('signed_out_by_twitch');
    idHost.holdValidations(promise);
    const checked = background.start();
    await until(() => expect(idHost.validations).toBe(2));
    idHost.validateWith(null);
    idHost.holdValidations(Promise.resolve());
    await background.signIn('viewer');
    resolve();
    await checked;
    expect((await currentAccount(db))?.token).toBe('token-2');
  });

  it('follows a 401 from anywhere: here from choosing a favorite', async () => {
    const { background, api, idHost, shows } = await runBackground();
    await background.signIn('viewer');
    api.failWith(401);
    idHost.validateWith('signed_out_by_twitch');
    const failed = background.chooseFavorite('demo_streamer').then(() => 'none', problemOf);
    expect(await failed).toBe('not_signed_in');
    await shows(({ connection }) =>
      expect(connection).toEqual({ state: 'signed_out', problem: 'signed_out_by_twitch' }),
    );
  });

  it('follows a subscription that Twitch took back, and leaves a good token alone', async () => {
    const { listenTo, idHost, network, db } = await runBackground();
    await listenTo('demo_streamer');
    const before = idHost.validations;
    network.latest.deliver(revocationFrame('channel.raid', 'user_removed'));
    await until(() => expect(idHost.validations).toBe(before + 1));
    expect(await currentAccount(db)).not.toBeNull();
  });
});
