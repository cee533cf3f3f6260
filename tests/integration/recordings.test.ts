import { expect, it } from 'vitest';
import { channelOf } from '@/lib/db/channels';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { START } from '@/tests/support/fakes/fake-clock';
import { runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

const TEXT = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
const vodOf = (streamId: string, startedAt: number) => ({
  id: `9${streamId}`,
  streamId,
  startedAt,
  endsAt: startedAt + MINUTE,
  url: `https://www.twitch.tv/videos/9${streamId}`,
});
const sub = (id: string, at: number) =>
  [
    'channel.chat.notification',
    chatNotification({ notice_type: 'sub' }),
    { id, timestamp: new Date(at).toISOString() },
  ] as const;

it('leads from a row to the recording of the broadcast that is live', async () => {
  const running = await runBackground();
  const { api, notify, waitForFeed, feed } = running;
  const startedAt = START - HOUR;
  api.channels.set('100', { live: { streamId: '1', startedAt }, text: TEXT });
  api.archives.set('100', [vodOf('1', startedAt)]);
  await running.listenTo('demo_streamer');
  notify(...sub('first', START));
  await waitForFeed(({ rows }) =>
    expect(rows[0]?.jump).toEqual({ videoId: '91', seconds: 3600 - 20 }),
  );
  // The item that the panel reads stays small.
  expect((await feed()).channel).not.toHaveProperty('recordings');
});

it('publishes rows again when their recording is found', async () => {
  const running = await runBackground();
  const { api, clock, background, notify, waitForFeed, db } = running;
  api.channels.set('100', { live: null, text: TEXT });
  await running.listenTo('demo_streamer');
  await until(async () => expect((await channelOf(db, '100'))?.recordings).toEqual([]));
  // The recording is looked up five minutes after this.
  const startedAt = START - 5 * MINUTE + 5 * SECOND;
  const started_at = new Date(startedAt).toISOString();
  notify('stream.online', streamOnline({ id: '1', started_at }));
  notify(...sub('first', START));
  await waitForFeed(({ rows }) => expect(rows.map(({ jump }) => jump)).toEqual([null, null]));
  api.archives.set('100', [vodOf('1', startedAt)]);
  await clock.advance(5 * SECOND);
  await background.tick();
  await waitForFeed(({ rows }) =>
    expect(rows.map(({ jump }) => jump?.videoId)).toEqual(['91', '91']),
  );
});
