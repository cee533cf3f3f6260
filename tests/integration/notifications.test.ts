import { expect, it } from 'vitest';
import { changeNotifications } from '@/lib/settings/settings';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

const raid = () => chatNotification({ notice_type: 'raid', raid: { viewer_count: 612 } });

it('notifies the user of a raid once, as soon as notifications are switched on', async () => {
  const first = await runBackground();
  await first.listenTo('demo_streamer');
  first.notify('channel.chat.notification', raid(), 'too early');
  await first.waitForFeed(({ rows }) => expect(rows).toHaveLength(1));
  await changeNotifications(() => ({ isOn: true }));
  await first.background.settingsChanged();
  first.notify('channel.chat.notification', raid(), 'raid');
  const { all } = first.notifications;
  await until(async () => {
    await first.clock.advance(50);
    expect(all).toHaveLength(1);
  });
  expect(all[0]).toMatchObject({ login: 'demo_streamer', title: 'Demo_Streamer' });
  expect(all[0]?.message).toContain('is raiding with 612 viewers');

  const next = await first.restart();
  await next.background.start();
  await next.welcome();
  next.notify('channel.chat.notification', raid(), 'raid');
  next.notify('channel.chat.notification', raid(), 'another');
  await until(async () => {
    await next.clock.advance(50);
    expect(all).toHaveLength(2);
  });
  // The first notification is still shown: the second raid joins it, and the repeated one does not.
  expect(all[1]?.title).toBe('2 events of Demo_Streamer');
});
