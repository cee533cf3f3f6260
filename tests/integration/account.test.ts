import { describe, expect, it } from 'vitest';
import { currentAccount } from '@/lib/db/accounts';
import { type Problem, problemOf } from '@/lib/domain/problem';
import { clientIdItem } from '@/lib/settings/client-id';
import { DAY, SECOND } from '@/lib/time';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { runBackground } from '@/tests/support/running/running-background';
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

  it('again keeps the old token if it fails, and otherwise until a session needs it no more', async () => {
    const { background, listenTo, welcome, idHost, network, clock, db } = await runBackground();
    await listenTo('demo_streamer');
    idHost.answerWith('cancelled');
    await background.signIn('viewer').catch(() => {});
    expect((await currentAccount(db))?.token).toBe('token-1');
    expect(network.openNow).toBe(1);
    idHost.answerWith(null);
    await background.signIn('viewer');
    expect((await currentAccount(db))?.token).toBe('token-3');
    expect(network.sockets).toHaveLength(1);
    expect(idHost.revoked).toEqual([]);

    network.latest.closeWith(4000);
    await clock.advance(SECOND);
    await welcome();
    await until(() => expect(idHost.revoked).toEqual(['token-1']));
    expect(await currentAccount(db)).not.toHaveProperty('replacedTokens');
  });

  it('with another account revokes the tokens of the first one at once', async () => {
    const { background, listenTo, idHost, api } = await runBackground();
    await listenTo('demo_streamer');
    await background.signIn('viewer');
    const viewer = api.users.findIndex(({ id }) => id === '200');
    api.users[viewer] = { id: '201', login: 'second', name: 'Second', avatarUrl: '' };
    idHost.signInAs('201');
    await background.signIn('viewer');
    expect(idHost.revoked).toEqual(['token-2', 'token-1']);
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

  it('that is missing is reported before the first attempt, until the user enters one', async () => {
    const { background, waitForFeed } = await runBackground({ builtInClientId: '' });
    await background.start();
    const shows = async (problem: Problem | null) =>
      await waitForFeed(({ connection }) =>
        expect(connection).toEqual({ state: 'signed_out', problem }),
      );
    await shows('no_client_id');
    await clientIdItem.setValue('client');
    await background.clientIdChanged();
    await shows(null);
    await clientIdItem.setValue('');
    await background.clientIdChanged();
    await shows('no_client_id');
  });

  it.each([
    ['client_id_refused', null],
    ['redirect_mismatch', null],
    ['denied', 'denied'],
  ] as const)('that was changed after %s leaves the problem %s', async (problem, left) => {
    const { background, idHost, waitForFeed } = await runBackground();
    idHost.answerWith(problem);
    await background.signIn('viewer').catch(() => {});
    await clientIdItem.setValue('entered');
    await background.clientIdChanged();
    await waitForFeed(({ connection }) =>
      expect(connection).toEqual({ state: 'signed_out', problem: left }),
    );
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
    expect(query.get('force_verify')).toBeNull();
    expect(await currentAccount(db)).toMatchObject({ token: 'unseen-token-1' });
    expect(network.sockets).toHaveLength(1);
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
    await background.signIn('viewer');
    await background.signOut();
    expect(idHost.revoked).toEqual(['token-2', 'token-1']);
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

  it('lets the user choose an account at the next sign-in, also in the next worker', async () => {
    const { background, idHost, restart } = await runBackground();
    await background.signIn('viewer');
    await background.signOut();
    idHost.answerWith('cancelled');
    await background.signIn('viewer').catch(() => {});
    idHost.answerWith(null);
    const next = await restart();
    await next.background.signIn('viewer');
    await next.background.signIn('viewer');
    const mustAsk = idHost.windows.map((url) => new URL(url).searchParams.get('force_verify'));
    expect(mustAsk).toEqual([null, 'true', 'true', null]);
  });
});
