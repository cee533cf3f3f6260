import { describe, expect, it } from 'vitest';
import { problemOf } from '@/lib/domain/problem';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });

const idsIn = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('the favorite', () => {
  it('can change in the same session: then events of the new streamer are recorded', async () => {
    const { background, listenTo, network, notify, waitForFeed, api, db } = await runBackground();
    await listenTo('demo_streamer');
    notify(CHAT, sub, 'old');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['old']));
    const subscribed = api.subscriptions.length;
    expect(await background.chooseFavorite('other_streamer')).toEqual(OTHER_STREAMER);
    await waitForFeed((feed) =>
      expect(feed).toMatchObject({
        favorite: OTHER_STREAMER,
        rows: [],
        connection: { state: 'listening' },
      }),
    );
    // The streamer before is one of the others now, and their chat notices are recorded.
    notify(CHAT, sub, 'of the other');
    notify(CHAT, chatNotification({ notice_type: 'sub', broadcaster: OTHER_STREAMER }), 'new');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['new']));
    expect(network.sockets).toHaveLength(1);
    expect(api.subscriptions).toHaveLength(subscribed + 1);
    expect(await db.events.get({ id: 'of the other' })).toMatchObject({
      streamer_id: DEMO_STREAMER.id,
    });
  });

  it('can be removed once another one is chosen: then its events are recorded no more', async () => {
    const { background, listenTo, notify, waitForFeed, api, db } = await runBackground();
    await listenTo('demo_streamer');
    const subscribed = api.subscriptions.length;
    await background.chooseFavorite('other_streamer');
    await background.removeStreamer(DEMO_STREAMER.id);
    // Twitch may still send this, although the subscription was deleted.
    notify(CHAT, sub, 'late');
    notify(CHAT, chatNotification({ notice_type: 'sub', broadcaster: OTHER_STREAMER }), 'new');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['new']));
    await until(() => expect(api.subscriptions).toHaveLength(subscribed));
    expect(await db.events.get({ id: 'late' })).toBeUndefined();
  });

  it('can change back: then the events from before are shown', async () => {
    const { background, listenTo, notify, waitForFeed } = await runBackground();
    await listenTo('demo_streamer');
    notify(CHAT, sub, 'old');
    await background.chooseFavorite('other_streamer');
    await background.chooseFavorite('demo_streamer');
    await waitForFeed(({ rows }) => expect(idsIn(rows)).toEqual(['old']));
  });

  it('can be chosen again without a new connection', async () => {
    const { background, listenTo, network } = await runBackground();
    await listenTo('demo_streamer');
    await background.chooseFavorite('demo_streamer');
    expect(network.sockets).toHaveLength(1);
    expect(network.openNow).toBe(1);
  });

  it.each([
    ['two words', 'invalid_user_name'],
    ['unknown_user', 'streamer_not_found'],
  ])('is kept when "%s" cannot be chosen', async (userName, problem) => {
    const { background, listenTo, waitForFeed, network } = await runBackground();
    await listenTo('demo_streamer');
    const failed = background.chooseFavorite(userName).then(() => 'none', problemOf);
    expect(await failed).toBe(problem);
    await waitForFeed(({ favorite }) => expect(favorite).toEqual(DEMO_STREAMER));
    expect(network.openNow).toBe(1);
  });

  it('cannot be chosen without a signed-in account', async () => {
    const { background } = await runBackground();
    const failed = background.chooseFavorite('demo_streamer').then(() => 'none', problemOf);
    expect(await failed).toBe('not_signed_in');
  });
});
