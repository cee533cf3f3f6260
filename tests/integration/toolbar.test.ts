import { expect, it } from 'vitest';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

it('shows the connection on the toolbar button, then the number of new events', async () => {
  const { background, clock, toolbar, listenTo, notify } = await runBackground();
  const waitForButton = async (text: string, title: string) =>
    await until(async () => {
      await clock.advance(50);
      expect(toolbar.shown).toEqual({ text, title });
    });

  await background.start();
  await waitForButton('?', 'Not signed in to Twitch');
  await background.signIn('viewer');
  await waitForButton('', 'Choose your favorite streamer');
  await listenTo('demo_streamer');
  await waitForButton('', 'No new events');
  notify('channel.chat.notification', chatNotification({ notice_type: 'sub' }));
  await waitForButton('1', '1 new event');
  notify('channel.chat.notification', chatNotification({ notice_type: 'sub' }));
  await waitForButton('2', '2 new events');
  await background.markSeen({ upTo: 2 });
  await waitForButton('', 'No new events');
});
