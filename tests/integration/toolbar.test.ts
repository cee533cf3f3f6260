import { expect, it } from 'vitest';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { runBackground } from '@/tests/support/running-background';
import { until } from '@/tests/support/until';

it('the toolbar button shows the connection, then the number of new events', async () => {
  const { background, clock, toolbar, listenTo, say } = await runBackground();
  const shows = async (text: string, title: string) =>
    await until(async () => {
      await clock.advance(50);
      expect(toolbar.shown).toEqual({ text, title });
    });

  await background.start();
  await shows('?', 'Not signed in to Twitch');
  await background.signIn('viewer');
  await shows('', 'Choose your favorite streamer');
  await listenTo('demo_streamer');
  await shows('', 'No new events');
  say('channel.chat.notification', chatNotification({ notice_type: 'sub' }));
  await shows('1', '1 new event');
  say('channel.chat.notification', chatNotification({ notice_type: 'sub' }));
  await shows('2', '2 new events');
  await background.markSeen(2);
  await shows('', 'No new events');
});
