import { chatMessage } from '../../../simulator/shapes/chat/chat-message.ts';
import { STREAMER } from '../../../simulator/world/people/accounts.ts';
import { readTable, storedKinds } from '../../support/database.ts';
import { sendNotification, sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { listedIds } from '../../support/screens.ts';
import { listenTo } from '../../support/steps.ts';

test('an event is stored with its id, streamer, type, viewer and time', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const time = '2026-10-01T18:00:00.123456789Z';
  const sub = { notice_type: 'sub', chatter: { id: '7001', login: 'ann', name: 'Ann' } };
  const [id] = await sendNotification(world.admin, sub, time);
  await expect.poll(() => readTable(world, 'events')).toHaveLength(1);
  const [event] = await readTable(world, 'events');
  expect(event).toMatchObject({
    id,
    streamer_name: 'Demo_Streamer',
    event_type: 'sub',
    viewer_name: 'Ann',
    created_at: Date.parse(time),
  });
});

test('of all chat messages only cheers are stored, and a repeated message only once', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const cheer = {
    type: 'channel.chat.message',
    event: chatMessage({ bits: 250 }),
    message_id: 'm-1',
  };
  await world.admin.sendEvent({ type: 'channel.chat.message', event: chatMessage() });
  await world.admin.sendEvent(cheer);
  await world.admin.sendEvent(cheer);
  const [last] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(popup)).toContain(last);
  expect(await storedKinds(world)).toEqual(['cheer', 'resub']);
});

test('the popup lists the ten newest of 25 events, newest first, and counts all', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 25);
  await expect.poll(() => listedIds(popup)).toEqual(ids.slice(-10).toReversed());
  await popup.getByRole('button', { name: 'Counts' }).click();
  const byType = popup.getByRole('table', { name: 'Events by streamer and type' });
  await expect(byType.getByRole('row', { name: `${STREAMER.name} Resubs 25` })).toBeVisible();
});

test('events are counted by streamer and type', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 3);
  await sendNotification(world.admin, { notice_type: 'raid' });
  await expect.poll(() => readTable(world, 'events')).toHaveLength(4);
  const counts = await readTable(world, 'counts');
  expect(counts.filter((count) => count.period === 'all')).toEqual([
    { streamer_id: '100', event_type: 'raid_in', period: 'all', count: 1 },
    { streamer_id: '100', event_type: 'resub', period: 'all', count: 3 },
  ]);
});

test('a gift bomb is one row, also if a gift arrives before the announcement', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const sendGift = (recipient: string) =>
    sendNotification(world.admin, {
      notice_type: 'sub_gift',
      sub_gift: { community_gift_id: 'bomb-1', recipient_user_name: recipient },
    });
  const [first] = await sendGift('Ben');
  await sendNotification(world.admin, {
    notice_type: 'community_sub_gift',
    community_sub_gift: { id: 'bomb-1', total: 3 },
  });
  await sendGift('Cleo');
  const summary = popup.getByText('to Ben, Cleo and 1 more');
  await expect(summary).toBeVisible();
  expect(await listedIds(popup)).toEqual([first]);
  await sendGift('Dana');
  await summary.click();
  await expect(popup.getByRole('link', { name: 'Dana' })).toBeVisible();
  expect(await listedIds(popup)).toEqual([first]);
});
