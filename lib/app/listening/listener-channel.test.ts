import { expect, it } from 'vitest';
import { channelOf, storeStreamer, updateChannel } from '@/lib/db/channels';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import {
  channelUpdate,
  streamOffline,
  streamOnline,
} from '@/tests/simulator/shapes/channel/stream';
import { DEMO_STREAMER } from '@/tests/support/accounts';
import { START, settled } from '@/tests/support/fake-clock';
import { prepareListener, type RunningListener } from '@/tests/support/running-listener';
import { until } from '@/tests/support/until';

const TEXT = { title: 'Before', category: 'Chess', language: 'en', labels: [] };

/** Listening to a channel of which something is known already. */
async function prepareKnown(): Promise<RunningListener> {
  const listening = prepareListener();
  await storeStreamer(listening.db, DEMO_STREAMER);
  await updateChannel(listening.db, '100', { text: TEXT });
  return listening;
}

/** The same, listening, with Helix having said that nothing changed. */
async function listenToKnown(): Promise<RunningListener> {
  const listening = await prepareKnown();
  await listening.start();
  await listening.welcome();
  await settled();
  return listening;
}

it('is at first what was known, then what Helix says, and is stored', async () => {
  const { db, api, start, welcome, channels } = await prepareKnown();
  const live = { streamId: '77', startedAt: START };
  api.channels.set('100', { live, text: { ...TEXT, title: 'Now' } });
  await start();
  expect(channels).toEqual([{ ...NOTHING_KNOWN, text: TEXT }]);
  await welcome();
  await until(() => expect(channels.at(-1)).toMatchObject({ live, text: { title: 'Now' } }));
  await until(async () => expect(await channelOf(db, '100')).toMatchObject({ live }));
});

it('follows the events, and is there for the next worker', async () => {
  const { db, say, channels } = await listenToKnown();
  say('stream.online', streamOnline({ id: '77' }));
  expect(channels.at(-1)?.live).toMatchObject({ streamId: '77' });
  say('stream.offline', streamOffline());
  expect(channels.at(-1)?.live).toBeNull();
  say('channel.update', channelUpdate({ title: 'After' }));
  expect(channels.at(-1)?.text?.title).toBe('After');
  await until(async () =>
    expect(await channelOf(db, '100')).toMatchObject({ live: null, text: { title: 'After' } }),
  );
});

it('before and after are told by every update in turn', async () => {
  const { say, recorded } = await listenToKnown();
  say('channel.update', channelUpdate({ title: 'One', category: 'Chess' }));
  say('channel.update', channelUpdate({ title: 'Two', category: 'Chess' }));
  expect(recorded.map(({ detail }) => detail)).toMatchObject([
    { before: { title: 'Before' }, after: { title: 'One' } },
    { before: { title: 'One' }, after: { title: 'Two' } },
  ]);
});

it('tells with the end of a stream when it began', async () => {
  const { say, recorded } = await listenToKnown();
  say('stream.online', streamOnline({ started_at: '2026-10-01T17:00:00Z' }));
  say('stream.offline', streamOffline());
  expect(recorded.at(-1)?.detail).toMatchObject({ startedAt: Date.UTC(2026, 9, 1, 17) });
});

it('is not set back by what Helix said before an event', async () => {
  const { api, start, welcome, say, channels } = await prepareKnown();
  const { promise, resolve } = Promise.withResolvers<void>();
  api.channels.set('100', { live: null, text: { ...TEXT, title: 'Old news' } });
  api.holdChannels(promise);
  await start();
  await welcome();
  say('stream.online', streamOnline({ id: '77' }));
  say('channel.update', channelUpdate({ title: 'New title' }));
  resolve();
  await settled();
  expect(channels.at(-1)).toMatchObject({
    live: { streamId: '77' },
    text: { title: 'New title' },
  });
});

it('stays as it was where Helix does not answer', async () => {
  const { api, log, start, channels, welcome } = await prepareKnown();
  await start();
  api.stream = async () => {
    throw new Error('no answer');
  };
  await welcome();
  await until(() => expect(log.warnings).toContain('the stream could not be looked for'));
  expect(channels).toEqual([{ ...NOTHING_KNOWN, text: TEXT }]);
});
