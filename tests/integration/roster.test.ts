import { expect, it } from 'vitest';
import { readSubscriptionReport, storeSubscriptionReport } from '@/lib/db/subscription-report';
import { listedBy, listedIn } from '@/lib/domain/roster/roster';
import { readRoster } from '@/lib/settings/roster';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aSubscriptionReport } from '@/tests/support/builders/subscription-report';
import { runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

const sub = chatNotification({ notice_type: 'sub' });
const RENAMED = { ...OTHER_STREAMER, login: 'new_name', name: 'New_Name' };
const idsIn = async () => listedIn(await readRoster('200')).map(({ id }) => id);

it('keeps the favorite before, and adds others without a new connection', async () => {
  const { background, listenTo, network } = await runBackground();
  await listenTo('demo_streamer');
  await background.addStreamer('other_streamer');
  expect(await idsIn()).toEqual(['100', '101']);
  await background.chooseFavorite('other_streamer');
  expect(await idsIn()).toEqual(['101', '100']);
  expect(network.sockets).toHaveLength(1);
});

it('deletes the subscription report of a streamer that was removed, and keeps its history', async () => {
  const { background, listenTo, notify, db } = await runBackground();
  await listenTo('demo_streamer');
  notify('channel.chat.notification', sub, 'old');
  await until(async () => expect(await db.events.count()).toBe(1));
  await background.chooseFavorite('other_streamer');
  await storeSubscriptionReport(db, aSubscriptionReport({ streamerId: '100' }));
  await background.removeStreamer('100');
  expect(await readSubscriptionReport(db, '100')).toBeNull();
  expect(await readSubscriptionReport(db, '101')).not.toBeNull();
  expect(await db.events.count()).toBe(1);
  await background.undoRemove('100');
  expect(await idsIn()).toEqual(['101', '100']);
});

it('stores new names of others, and their choices', async () => {
  const { background, listenTo, api } = await runBackground();
  await listenTo('demo_streamer');
  await background.addStreamer('other_streamer');
  await background.chooseFor('101', { isMuted: true });
  api.users[api.users.indexOf(OTHER_STREAMER)] = RENAMED;
  await background.start();
  const other = listedBy(await readRoster('200'), '101');
  expect(other).toMatchObject({ ...RENAMED, choices: { isMuted: true } });
});
