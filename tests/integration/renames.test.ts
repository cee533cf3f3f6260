import { expect, it } from 'vitest';
import { readRoster } from '@/lib/settings/roster';
import { HOUR, MINUTE } from '@/lib/time';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { runBackground } from '@/tests/support/running/running-background';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });
const RENAMED = { ...DEMO_STREAMER, login: 'new_name', name: 'New_Name' };

async function listening() {
  const running = await runBackground();
  await running.listenTo('demo_streamer');
  const users = running.api.users;
  return { ...running, streamers: { place: users.indexOf(DEMO_STREAMER), users } };
}

it('takes the new name of the favorite at the next start, without a second session', async () => {
  const killed = await listening();
  killed.notify(CHAT, sub, 'before');
  await killed.waitForFeed(({ rows }) => expect(rows).toHaveLength(1));
  killed.streamers.users[killed.streamers.place] = RENAMED;
  const { background, waitForFeed, welcome, notify, network, db } = await killed.restart();
  const opened = network.sockets.length;
  await background.start();
  await waitForFeed((feed) => expect(feed.favorite).toEqual(RENAMED));
  expect((await readRoster('200')).favorite).toMatchObject(RENAMED);
  expect(network.sockets).toHaveLength(opened + 1);
  await welcome();
  notify(CHAT, { notice_type: 'names nobody' }, 'after');
  await waitForFeed(({ rows }) => expect(rows).toHaveLength(2));
  const events = await db.events.toArray();
  expect(events.map(({ id, streamer_name }) => [id, streamer_name])).toEqual([
    ['before', 'Demo_Streamer'],
    ['after', 'New_Name'],
  ]);
});

it('takes new names within the hour while it listens', async () => {
  const { background, clock, streamers, waitForFeed } = await listening();
  await background.start();
  streamers.users[streamers.place] = RENAMED;
  const viewer = streamers.users.findIndex(({ id }) => id === '200');
  streamers.users[viewer] = { ...DEMO_STREAMER, id: '200', login: 'viewer_2', name: 'Viewer_2' };
  clock.sleep(HOUR);
  await background.tick();
  await waitForFeed(({ favorite, account }) => {
    expect(favorite).toEqual(RENAMED);
    expect(account).toMatchObject({ login: 'viewer_2', name: 'Viewer_2' });
  });
});

it('says that a favorite is gone, and listens again when it is back', async () => {
  const { background, clock, streamers, waitForFeed, network } = await listening();
  streamers.users.splice(streamers.place, 1);
  await background.start();
  const gone = { state: 'problem', problem: 'streamer_gone' };
  await waitForFeed(({ connection, favorite }) => {
    expect(connection).toEqual(gone);
    expect(favorite).toEqual(DEMO_STREAMER);
  });
  const opened = network.sockets.length;
  await background.tick();
  expect(network.openNow).toBe(0);
  expect(network.sockets).toHaveLength(opened);
  streamers.users.push(DEMO_STREAMER);
  clock.sleep(5 * MINUTE);
  await background.tick();
  await waitForFeed(({ connection }) => expect(connection).not.toEqual(gone));
  expect(network.openNow).toBe(1);
});

it('knows at the next start that the favorite is gone, without a new session', async () => {
  const killed = await listening();
  killed.streamers.users.splice(killed.streamers.place, 1);
  await killed.background.start();
  const opened = killed.network.sockets.length;
  const { background, waitForFeed, network } = await killed.restart();
  await background.start();
  await waitForFeed(({ connection }) => expect(connection.state).toBe('problem'));
  expect(network.sockets).toHaveLength(opened);
});

it('listens to another streamer after the favorite was gone', async () => {
  const { background, streamers, waitForFeed, network } = await listening();
  streamers.users.splice(streamers.place, 1);
  await background.start();
  await background.chooseFavorite('other_streamer');
  await waitForFeed(({ connection }) => expect(connection.state).toBe('connecting'));
  expect(network.openNow).toBe(1);
});
