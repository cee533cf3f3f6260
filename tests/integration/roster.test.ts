import { expect, it } from 'vitest';
import { readSubscriptionReport, storeSubscriptionReport } from '@/lib/db/subscription-report';
import { DEFAULT_FILTER, withChoice } from '@/lib/domain/filter/filter';
import { DEFAULT_RECORDING_OPTIONS } from '@/lib/domain/history/recording-options';
import { listedBy, listedIn } from '@/lib/domain/roster/roster';
import { readRoster } from '@/lib/settings/roster';
import { readFilters } from '@/lib/settings/settings';
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

it('filters the list of a streamer by its own filter, or else by the one for all', async () => {
  const { background, listenTo, notify, waitForFeed } = await runBackground();
  await listenTo('demo_streamer');
  notify('channel.chat.notification', sub, 'sub');
  notify('channel.chat.notification', chatNotification({ notice_type: 'raid' }), 'raid');
  await waitForFeed(({ rows }) => expect(rows).toHaveLength(2));
  const raids = withChoice(DEFAULT_FILTER, 'subs', false);
  await background.chooseFor('100', { filters: { feed: raids, badge: raids } });
  await background.settingsChanged();
  await waitForFeed(({ rows, filter, unseen }) => {
    expect(rows.map(({ id }) => id)).toEqual(['raid']);
    expect({ filter, unseen }).toEqual({ filter: raids, unseen: 1 });
  });
  await background.showSubsAndCheersOnly(true, '100');
  await background.settingsChanged();
  await waitForFeed(({ rows }) => expect(rows).toEqual([]));
  expect((await readFilters()).feed).toEqual(DEFAULT_FILTER);
  await background.chooseFor('100', { filters: null });
  await background.settingsChanged();
  await waitForFeed(({ rows }) => expect(rows).toHaveLength(2));
  await background.showSubsAndCheersOnly(true, '100');
  expect((await readFilters()).feed.subsAndCheersOnly).toBe(true);
});

it('records of a streamer what is chosen for it', async () => {
  const { background, listenTo, db } = await runBackground();
  await listenTo('demo_streamer');
  const stateOf = async (type: string) =>
    (await readSubscriptionReport(db, '100'))?.types.find((entry) => entry.type === type)?.state;
  expect(await stateOf('channel.chat.message_delete')).toBe('switched_off');
  const recording = { ...DEFAULT_RECORDING_OPTIONS, moderation: true };
  await background.chooseFor('100', { recording });
  await background.settingsChanged();
  await until(async () => expect(await stateOf('channel.chat.message_delete')).toBe('listening'));
});
