import { expect, it } from 'vitest';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { MINUTE } from '@/lib/time';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { type FavoriteFeed, readPublished, storeFeed } from '@/tests/support/builders/feed';
import { type RunningBackground, runBackground } from '@/tests/support/running/running-background';

/** Listens, records one sub, and then lets Twitch end the sign-in. */
async function endSignIn(): Promise<RunningBackground & { heardAt: number }> {
  const running = await runBackground();
  const { background, listenTo, notify, waitForFeed, idHost, clock } = running;
  await listenTo('demo_streamer');
  notify('channel.chat.notification', chatNotification({ notice_type: 'sub' }));
  await waitForFeed(({ rows }) => expect(rows).toHaveLength(1));
  const heardAt = clock.now();
  idHost.validateWith('signed_out_by_twitch');
  clock.sleep(60 * MINUTE);
  await background.tick();
  idHost.validateWith(null);
  return { ...running, heardAt };
}

/** Checks that streamer and rows are on screen, and nothing that is no longer known. */
function expectKept(feed: FavoriteFeed, heardAt: number): void {
  expect(feed).toMatchObject({
    account: null,
    favorite: { login: 'demo_streamer' },
    channel: NOTHING_KNOWN,
    connection: { state: 'signed_out' },
  });
  expect(feed.rows).toHaveLength(1);
  expect(Math.abs((feed.lastHeard ?? 0) - heardAt)).toBeLessThan(MINUTE);
}

it('keeps streamer and rows when Twitch ends the sign-in, also in the next worker', async () => {
  const { waitForFeed, heardAt, restart } = await endSignIn();
  await waitForFeed((feed) => expectKept(feed, heardAt));
  const { connection } = await readPublished();
  expect(connection).toEqual({ state: 'signed_out', problem: 'signed_out_by_twitch' });
  const next = await restart();
  await next.background.start();
  await next.waitForFeed((feed) => expectKept(feed, heardAt));
  expect((await next.feed()).connection).toEqual(connection);
});

it('keeps them when the next sign-in is cancelled', async () => {
  const { background, idHost, waitForFeed, heardAt } = await endSignIn();
  idHost.answerWith('cancelled');
  await background.signIn('viewer').catch(() => {});
  await waitForFeed((feed) => {
    expectKept(feed, heardAt);
    expect(feed.connection).toMatchObject({ problem: 'cancelled' });
  });
});

it('keeps them if the worker is killed before it publishes the end', async () => {
  const { restart, waitForFeed, heardAt } = await endSignIn();
  await waitForFeed((feed) => expectKept(feed, heardAt));
  await storeFeed({
    ...(await readPublished()),
    connection: { state: 'listening', problem: null },
    lastHeard: null,
  });
  const next = await restart();
  await next.background.start();
  await next.waitForFeed((feed) => expectKept(feed, heardAt));
  expect((await next.feed()).favorite?.login).toBe('demo_streamer');
});

it('shows the favorite of the account that signs in next', async () => {
  const { background, waitForFeed } = await endSignIn();
  await background.signIn('viewer');
  await waitForFeed(({ account, lastHeard }) => {
    expect(account?.login).toBe('demo_viewer');
    expect(lastHeard).toBeNull();
  });
});

it.each([
  ['the user signs out', async ({ background }: RunningBackground) => await background.signOut()],
  [
    'the user starts anew',
    async ({ background }: RunningBackground) => await background.recreateDatabase(),
  ],
])('shows nothing of it when %s afterwards', async (_name, leave) => {
  const running = await endSignIn();
  await leave(running);
  await running.waitForFeed(({ favorite, rows, lastHeard }) =>
    expect({ favorite, rows, lastHeard }).toEqual({ favorite: null, rows: [], lastHeard: null }),
  );
});

it('shows nothing after a sign-out by the user, also in the next worker', async () => {
  const { background, listenTo, restart } = await runBackground();
  await listenTo('demo_streamer');
  await background.signOut();
  const next = await restart();
  await next.background.start();
  await next.waitForFeed(({ favorite, lastHeard }) =>
    expect({ favorite, lastHeard }).toEqual({ favorite: null, lastHeard: null }),
  );
});
