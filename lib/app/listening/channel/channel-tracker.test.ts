import { expect, it } from 'vitest';
import { type ChannelState, NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { NO_REPORTS } from '@/lib/domain/history/broadcast-reports';
import { MINUTE } from '@/lib/time';
import type { Vod } from '@/lib/twitch/helix/vods';
import { anEvent } from '@/tests/support/builders/events';
import { createFakeClock, START, settled } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { createTurns } from '../others/turns';
import { type ChannelTracker, createChannelTracker } from './channel-tracker';

const LIVE = { streamId: '77', startedAt: START - MINUTE };

/** The result of a backfill that finds this stream and no events. */
const backfillOf = (live: ChannelState['live']) => ({ events: [], state: { live } });

function aVod(id: string): Vod {
  const url = `https://www.twitch.tv/videos/${id}`;
  return { id, streamId: null, startedAt: START, endsAt: START, url };
}

/** Creates the tracker of channel 100 with a fake Twitch and a fake clock. */
function prepareTracker(known: Partial<ChannelState> = {}) {
  const api = createFakeTwitchApi();
  const clock = createFakeClock();
  const log = createFakeLog();
  const changes: Partial<ChannelState>[] = [];
  const tracker = createChannelTracker({
    hasReports: () => true,
    takeTurn: createTurns(clock),
    streamerId: '100',
    reports: NO_REPORTS,
    known: { ...NOTHING_KNOWN, ...known },
    api,
    clock,
    log,
    changed: (_state, change) => void changes.push(change),
  });
  return { api, clock, log, changes, tracker };
}

it('looks up the latest VOD when the channel is offline', async () => {
  const { api, tracker } = prepareTracker();
  api.archives.set('100', [aVod('2'), aVod('1')]);
  tracker.applyBackfill(backfillOf(null));
  await settled();
  expect(tracker.state.recordingUrl).toBe('https://www.twitch.tv/videos/2');
});

it('rejects a URL that is not the URL of a VOD', async () => {
  const { api, tracker } = prepareTracker();
  api.archives.set('100', [{ ...aVod('1'), id: '../login', url: 'https://evil.example/' }]);
  tracker.applyBackfill(backfillOf(null));
  await settled();
  expect(tracker.state.recordingUrl).toBeNull();
});

it('forgets the VOD it knew when the channel no longer has one', async () => {
  const { tracker } = prepareTracker({ recordingUrl: 'https://www.twitch.tv/videos/1' });
  tracker.applyBackfill(backfillOf(null));
  await settled();
  expect(tracker.state.recordingUrl).toBeNull();
});

it('reports the same VOD only once', async () => {
  const { api, changes, tracker } = prepareTracker();
  api.archives.set('100', [aVod('1')]);
  tracker.applyBackfill(backfillOf(null));
  await settled();
  tracker.applyBackfill(backfillOf(null));
  await settled();
  expect(changes.filter((change) => 'recordingUrl' in change)).toHaveLength(1);
});

it('keeps the VOD it knew and logs a warning when Helix does not answer', async () => {
  const recordingUrl = 'https://www.twitch.tv/videos/1';
  const { api, log, tracker } = prepareTracker({ recordingUrl });
  api.vods = () => Promise.reject(new Error('no answer'));
  tracker.applyBackfill(backfillOf(null));
  await settled();
  expect(tracker.state.recordingUrl).toBe(recordingUrl);
  expect(log.warnings).toEqual(['the latest VODs could not be looked up']);
});

it('does not lead to a VOD while a stream is live', async () => {
  const { api, tracker } = prepareTracker({ recordingUrl: 'https://www.twitch.tv/videos/1' });
  api.archives.set('100', [aVod('1')]);
  tracker.applyBackfill(backfillOf(LIVE));
  expect(tracker.state.recordingUrl).toBeNull();
  await settled();
  expect(tracker.state).toMatchObject({ live: LIVE, recordingUrl: null });
});

it('looks up the VOD again some minutes after the end of a stream', async () => {
  const { api, clock, tracker } = prepareTracker({ live: LIVE });
  api.archives.set('100', [aVod('1')]);
  tracker.applyBackfill(backfillOf(null));
  await settled();
  expect(tracker.state.recordingUrl).toBe('https://www.twitch.tv/videos/1');
  api.archives.set('100', [aVod('2'), aVod('1')]);
  await clock.advance(5 * MINUTE);
  expect(tracker.state.recordingUrl).toBe('https://www.twitch.tv/videos/2');
});

it.each([
  [
    'a stream has started meanwhile',
    (tracker: ChannelTracker) => tracker.applyBackfill(backfillOf(LIVE)),
  ],
  ['the tracker was stopped', (tracker: ChannelTracker) => tracker.stop()],
])('ignores the answer about VODs when %s', async (_case, happen) => {
  const { api, clock, tracker } = prepareTracker({ live: { ...LIVE, streamId: '76' } });
  const { promise, resolve } = Promise.withResolvers<Vod[]>();
  api.vods = () => promise;
  tracker.applyBackfill(backfillOf(null));
  happen(tracker);
  resolve([aVod('1')]);
  await settled();
  expect(tracker.state.recordingUrl).toBeNull();
  expect(clock.pending).toBe(0);
});

it('does not show a rerun as live', () => {
  const { changes, tracker } = prepareTracker();
  const rerun = { streamId: '78', startedAt: START, broadcastType: 'rerun' };
  expect(tracker.applyEvent(anEvent('stream_online', rerun))).not.toBeNull();
  expect([tracker.state.live, changes]).toEqual([null, []]);
});

it('goes offline with a broadcast that has an empty id', () => {
  const { tracker } = prepareTracker({ live: { streamId: '', startedAt: START } });
  tracker.applyEvent(anEvent('stream_offline', { streamId: null, startedAt: null }));
  expect(tracker.state.live).toBeNull();
});
