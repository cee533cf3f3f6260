import { expect, it } from 'vitest';
import { type ChannelState, NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { MINUTE } from '@/lib/time';
import type { Vod } from '@/lib/twitch/helix/vods';
import { createFakeClock, START, settled } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fake-twitch-api';
import { trackChannel } from './channel-tracker';

const LIVE = { streamId: '77', startedAt: START - MINUTE };

/** That this stream is on the air, and nothing else. */
const helixSays = (live: ChannelState['live']) => ({ events: [], state: { live } });

function aRecording(id: string): Vod {
  const url = `https://www.twitch.tv/videos/${id}`;
  return { id, streamId: null, startedAt: START, endsAt: START, url };
}

/** Watches channel 100 with Twitch and time in the hands of the test. */
function watch(known: Partial<ChannelState> = {}) {
  const api = createFakeTwitchApi();
  const clock = createFakeClock();
  const log = createFakeLog();
  const changes: Partial<ChannelState>[] = [];
  const channel = trackChannel({
    streamerId: '100',
    known: { ...NOTHING_KNOWN, ...known },
    api,
    clock,
    log,
    changed: (_state, change) => void changes.push(change),
  });
  return { api, clock, log, changes, channel };
}

it('finds the latest recording of a channel that is off the air', async () => {
  const { api, channel } = watch();
  api.archives.set('100', [aRecording('2'), aRecording('1')]);
  channel.find(helixSays(null));
  await settled();
  expect(channel.state.recordingUrl).toBe('https://www.twitch.tv/videos/2');
});

it('takes no address from Twitch that is not that of a recording', async () => {
  const { api, channel } = watch();
  api.archives.set('100', [{ ...aRecording('1'), id: '../login', url: 'https://evil.example/' }]);
  channel.find(helixSays(null));
  await settled();
  expect(channel.state.recordingUrl).toBeNull();
});

it('knows of none where none is kept, also of one it knew before', async () => {
  const { channel } = watch({ recordingUrl: 'https://www.twitch.tv/videos/1' });
  channel.find(helixSays(null));
  await settled();
  expect(channel.state.recordingUrl).toBeNull();
});

it('tells of a recording only once', async () => {
  const { api, changes, channel } = watch();
  api.archives.set('100', [aRecording('1')]);
  channel.find(helixSays(null));
  await settled();
  channel.find(helixSays(null));
  await settled();
  expect(changes.filter((change) => 'recordingUrl' in change)).toHaveLength(1);
});

it('keeps the one it knew while Twitch does not answer, and says so in the log', async () => {
  const recordingUrl = 'https://www.twitch.tv/videos/1';
  const { api, log, channel } = watch({ recordingUrl });
  api.vods = () => Promise.reject(new Error('no answer'));
  channel.find(helixSays(null));
  await settled();
  expect(channel.state.recordingUrl).toBe(recordingUrl);
  expect(log.warnings).toEqual(['the latest recording could not be read']);
});

it('forgets the recording when a stream begins, and asks for none while it is on', async () => {
  const { api, channel } = watch({ recordingUrl: 'https://www.twitch.tv/videos/1' });
  api.archives.set('100', [aRecording('1')]);
  channel.find(helixSays(LIVE));
  expect(channel.state.recordingUrl).toBeNull();
  channel.find(helixSays(LIVE));
  await settled();
  expect(channel.state).toMatchObject({ live: LIVE, recordingUrl: null });
});

it('asks again some minutes after the end of a stream, when Twitch has made its recording', async () => {
  const { api, clock, channel } = watch({ live: LIVE });
  api.archives.set('100', [aRecording('1')]);
  channel.find(helixSays(null));
  await settled();
  expect(channel.state.recordingUrl).toBe('https://www.twitch.tv/videos/1');
  api.archives.set('100', [aRecording('2'), aRecording('1')]);
  await clock.advance(5 * MINUTE);
  expect(channel.state.recordingUrl).toBe('https://www.twitch.tv/videos/2');
});

it.each([
  [
    'a stream that began meanwhile',
    (channel: ReturnType<typeof watch>['channel']) => channel.find(helixSays(LIVE)),
  ],
  ['the end of the watch', (channel: ReturnType<typeof watch>['channel']) => channel.stop()],
])('puts an answer aside that is older than %s', async (_what, happen) => {
  const { api, clock, channel } = watch({ live: { ...LIVE, streamId: '76' } });
  const { promise, resolve } = Promise.withResolvers<Vod[]>();
  api.vods = () => promise;
  channel.find(helixSays(null));
  happen(channel);
  resolve([aRecording('1')]);
  await settled();
  expect(channel.state.recordingUrl).toBeNull();
  expect(clock.pending).toBe(0);
});
