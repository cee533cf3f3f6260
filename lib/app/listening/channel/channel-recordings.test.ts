import { expect, it } from 'vitest';
import { type ChannelState, NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { NO_REPORTS } from '@/lib/domain/history/broadcast-reports';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import type { Vod } from '@/lib/twitch/helix/vods';
import { createFakeClock, START, settled } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { createTurns } from '../others/turns';
import { createChannelTracker } from './channel-tracker';

const LIVE = { streamId: '77', startedAt: START - HOUR };
const VOD: Vod = {
  id: '9',
  streamId: '77',
  startedAt: LIVE.startedAt,
  endsAt: START,
  url: 'https://www.twitch.tv/videos/9',
};
const RUNNING = { id: '9', startedAt: VOD.startedAt, endsAt: null };

/** Returns a tracker of a channel with one VOD, and counts the requests. */
function prepare(known: Partial<ChannelState> = {}, hasReports = true) {
  const api = createFakeTwitchApi();
  const clock = createFakeClock();
  const limits: number[] = [];
  api.archives.set('100', [VOD]);
  const tracker = createChannelTracker({
    hasReports: () => hasReports,
    takeTurn: createTurns(clock),
    streamerId: '100',
    reports: NO_REPORTS,
    known: { ...NOTHING_KNOWN, ...known },
    api: {
      vods: async (id, limit) => {
        limits.push(limit);
        return await api.vods(id, limit);
      },
    },
    clock,
    log: createFakeLog(),
    changed: () => {},
  });
  const found = (live: ChannelState['live']) =>
    tracker.applyBackfill({ events: [], state: { live } });
  return { api, clock, limits, tracker, found };
}

it('looks up the recordings with one request, also while the stream is live', async () => {
  const { limits, tracker, found } = prepare();
  found(LIVE);
  await settled();
  expect(tracker.state).toMatchObject({
    recordings: [RUNNING],
    recordingsAt: START,
    recordingUrl: null,
  });
  expect(limits).toEqual([30]);
});

it('waits for some minutes after the beginning of a broadcast', async () => {
  const { clock, limits, tracker, found } = prepare({ recordings: [], recordingsAt: START });
  found({ ...LIVE, startedAt: START });
  await clock.advance(4 * MINUTE);
  tracker.checkRecordings();
  await settled();
  expect(limits).toEqual([]);
  await clock.advance(MINUTE);
  tracker.checkRecordings();
  await settled();
  expect(tracker.state.recordings).toEqual([RUNNING]);
});

it('ends the recording with the broadcast, and learns its length some minutes later', async () => {
  const { api, clock, tracker, found } = prepare({ live: LIVE, recordings: [RUNNING] });
  api.archives.set('100', [{ ...VOD, endsAt: START - MINUTE }]);
  found(null);
  expect(tracker.state.recordings).toEqual([{ ...RUNNING, endsAt: START }]);
  await settled();
  expect(tracker.state.recordings).toEqual([{ ...RUNNING, endsAt: START - MINUTE }]);
  api.archives.set('100', [VOD]);
  await clock.advance(5 * MINUTE);
  expect(tracker.state.recordings).toEqual([{ ...RUNNING, endsAt: START }]);
});

it('knows that the recording goes on when the broadcast does', async () => {
  const { clock, tracker, found } = prepare({ live: LIVE, recordings: [RUNNING] });
  found(null);
  await settled();
  await clock.advance(MINUTE);
  found(LIVE);
  await settled();
  expect(tracker.state.recordings).toEqual([RUNNING]);
});

it('asks once a day while nothing happens, and not at once after a failure', async () => {
  const { api, clock, limits, tracker } = prepare({ recordings: [], recordingsAt: START });
  const check = async () => {
    tracker.checkRecordings();
    await settled();
  };
  await check();
  expect(limits).toEqual([]);
  await clock.advance(DAY);
  api.failWith(503);
  await check();
  await check();
  expect(limits).toHaveLength(1);
  api.failWith(null);
  await clock.advance(10 * MINUTE);
  await check();
  await check();
  expect(limits).toHaveLength(2);
});

it('lets a channel without reports wait for its turn', async () => {
  const { clock, limits, tracker } = prepare({}, false);
  tracker.checkRecordings();
  await settled();
  expect(limits).toEqual([]);
  await clock.advance(0);
  expect(tracker.state.recordings).toHaveLength(1);
});

it('asks nothing after listening has ended', async () => {
  const { clock, limits, tracker } = prepare({}, false);
  tracker.checkRecordings();
  tracker.stop();
  tracker.checkRecordings();
  await clock.advance(MINUTE);
  expect([limits, clock.pending]).toEqual([[], 0]);
});
