import { expect, it } from 'vitest';
import { channelOf, storeStreamer, updateChannel } from '@/lib/db/channels';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import {
  channelUpdate,
  streamOffline,
  streamOnline,
} from '@/tests/simulator/shapes/channel/stream';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { START, settled } from '@/tests/support/fakes/fake-clock';
import { prepareListener, type RunningListener } from '@/tests/support/running/running-listener';
import { until } from '@/tests/support/until';

const TEXT = { title: 'Before', category: 'Chess', language: 'en', labels: [] };

/** Prepares a listener for a channel whose title and category are in the database. */
async function prepareKnown(): Promise<RunningListener> {
  const running = prepareListener();
  await storeStreamer(running.db, DEMO_STREAMER);
  await updateChannel(running.db, '100', { text: TEXT });
  return running;
}

/** Does the same and starts the listener. Helix reports no change. */
async function listenToKnown(): Promise<RunningListener> {
  const running = await prepareKnown();
  await running.start();
  await running.welcome();
  await settled();
  return running;
}

it('reports the stored state first, then the state from Helix, and stores that', async () => {
  const { db, api, start, welcome, channels } = await prepareKnown();
  const live = { streamId: '77', startedAt: START };
  api.channels.set('100', { live, text: { ...TEXT, title: 'Now' } });
  await start();
  expect(channels).toEqual([{ ...NOTHING_KNOWN, text: TEXT }]);
  await welcome();
  await until(() => expect(channels.at(-1)).toMatchObject({ live, text: { title: 'Now' } }));
  await until(async () => expect(await channelOf(db, '100')).toMatchObject({ live }));
});

it('changes the state with each event, and stores it', async () => {
  const { db, notify, channels } = await listenToKnown();
  notify('stream.online', streamOnline({ id: '77' }));
  expect(channels.at(-1)?.live).toMatchObject({ streamId: '77' });
  notify('stream.offline', streamOffline());
  expect(channels.at(-1)?.live).toBeNull();
  notify('channel.update', channelUpdate({ title: 'After' }));
  expect(channels.at(-1)?.text?.title).toBe('After');
  await until(async () =>
    expect(await channelOf(db, '100')).toMatchObject({ live: null, text: { title: 'After' } }),
  );
});

it('records each update with the text before it', async () => {
  const { notify, recorded } = await listenToKnown();
  notify('channel.update', channelUpdate({ title: 'One', category: 'Chess' }));
  notify('channel.update', channelUpdate({ title: 'Two', category: 'Chess' }));
  expect(recorded.map(({ detail }) => detail)).toMatchObject([
    { before: { title: 'Before' }, after: { title: 'One' } },
    { before: { title: 'One' }, after: { title: 'Two' } },
  ]);
});

it('records the end of a stream with the time of its start', async () => {
  const { notify, recorded } = await listenToKnown();
  notify('stream.online', streamOnline({ started_at: '2026-10-01T17:00:00Z' }));
  notify('stream.offline', streamOffline());
  expect(recorded.at(-1)?.detail).toMatchObject({ startedAt: Date.UTC(2026, 9, 1, 17) });
});

it('ignores an answer of Helix that is older than an event', async () => {
  const { api, start, welcome, notify, channels } = await prepareKnown();
  const { promise, resolve } = Promise.withResolvers<void>();
  api.channels.set('100', { live: null, text: { ...TEXT, title: 'Old news' } });
  api.holdChannels(promise);
  await start();
  await welcome();
  notify('stream.online', streamOnline({ id: '77' }));
  notify('channel.update', channelUpdate({ title: 'New title' }));
  resolve();
  await settled();
  expect(channels.at(-1)).toMatchObject({
    live: { streamId: '77' },
    text: { title: 'New title' },
  });
});

it('keeps the state when Helix does not answer', async () => {
  const { api, log, start, channels, welcome } = await prepareKnown();
  await start();
  api.stream = async () => {
    throw new Error('no answer');
  };
  await welcome();
  await until(() => expect(log.warnings).toContain('the stream could not be looked up'));
  expect(channels).toEqual([{ ...NOTHING_KNOWN, text: TEXT }]);
});
