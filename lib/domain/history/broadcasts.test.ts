import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time';
import { anEvent } from '@/tests/support/builders/events';
import { START } from '@/tests/support/fakes/fake-clock';
import { type Broadcast, type BroadcastTraces, broadcastsOf, streamerInName } from './broadcasts';

const at = (hour: number, minute = 0) => START + hour * HOUR + minute * MINUTE;

const start = (streamId: string, hour: number, type?: string) =>
  anEvent(
    'stream_online',
    { streamId, startedAt: at(hour), ...(type && { broadcastType: type }) },
    { id: `start ${hour}`, created_at: at(hour) },
  );

const end = (streamId: string | null, hour: number, startedAt: number | null = null) =>
  anEvent('stream_offline', { streamId, startedAt }, { id: `end ${hour}`, created_at: at(hour) });

const recording = (id: string, from: number, until: number | null) => ({
  id,
  startedAt: at(from, 2),
  endsAt: until === null ? null : at(until),
});

function of(traces: Partial<BroadcastTraces>): Broadcast[] {
  const nothing = { starts: [], ends: [], recordings: [], live: null, since: at(-1000) };
  return broadcastsOf({ streamerId: '100', ...nothing, ...traces });
}

/** What a test compares: the names, and the hours of start and end. */
const shape = ({ names, from, until, isLive }: Broadcast) => ({
  names: [...names],
  hours: [(from - START) / HOUR, until === null ? null : (until - START) / HOUR],
  ...(isLive && { isLive }),
});

describe('the broadcasts of a streamer', () => {
  it('are made of starts and ends with the same id, in whatever order', () => {
    const broadcasts = of({
      starts: [start('s2', 24), start('s1', 0)],
      ends: [end('s1', 4), end('s2', 27)],
    });
    expect(broadcasts.map(shape)).toEqual([
      { names: ['start 0', 'end 4'], hours: [0, 4] },
      { names: ['start 24', 'end 27'], hours: [24, 27] },
    ]);
    expect(broadcasts.map(({ nextFrom }) => nextFrom)).toEqual([at(24), null]);
  });

  it('end with an end without an id, if they have none yet', () => {
    const broadcasts = of({ starts: [start('s1', 0), start('s2', 24)], ends: [end(null, 4)] });
    expect(broadcasts.map(shape)).toEqual([
      { names: ['start 0', 'end 4'], hours: [0, 4] },
      { names: ['start 24'], hours: [24, null] },
    ]);
    const two = of({ starts: [start('s1', 0)], ends: [end('s1', 4), end(null, 5)] });
    expect(two.map(shape)).toEqual([{ names: ['start 0', 'end 4'], hours: [0, 4] }]);
  });

  it('begin when they began, however late that was found', () => {
    const late = anEvent(
      'stream_online',
      { streamId: 's1', startedAt: at(0) },
      { id: 'late', created_at: at(2) },
    );
    expect(of({ starts: [late] }).map(shape)).toEqual([{ names: ['late'], hours: [0, null] }]);
  });

  it('are known by their end', () => {
    const [known, unknown] = of({ ends: [end('s1', 4, at(1)), end('s2', 9)] });
    expect(known && shape(known)).toEqual({ names: ['end 4'], hours: [1, 4] });
    expect(unknown).toMatchObject({ from: at(9), until: at(9), isStartKnown: false });
  });

  it('are live, also if nothing in the log says so', () => {
    const live = { streamId: '77', startedAt: at(30) };
    expect(of({ starts: [start('77', 30)], live }).map(shape)).toEqual([
      { names: ['start 30', 'live:100:77'], hours: [30, null], isLive: true },
    ]);
    expect(of({ live }).map(shape)).toEqual([
      { names: ['live:100:77'], hours: [30, null], isLive: true },
    ]);
    expect(of({ live: { streamId: '', startedAt: 5 } })[0]?.id).toBe('live:100:5');
    const ended = of({ starts: [start('77', 30)], ends: [end('77', 31)], live });
    expect(ended.map(({ isLive }) => isLive)).toEqual([false]);
  });

  it('are those that Twitch has recorded, since the streamer is in the log', () => {
    const recordings = [recording('3', 48, 50), recording('2', 24, 26), recording('1', 0, 2)];
    expect(of({ recordings, since: at(25) }).map(shape)).toEqual([
      { names: ['video:100:2'], hours: [24 + 2 / 60, 26] },
      { names: ['video:100:3'], hours: [48 + 2 / 60, 50] },
    ]);
    expect(of({ recordings, since: null })).toEqual([]);
  });

  it('get from a recording what the log does not know', () => {
    const recordings = [recording('2', 24, 26), recording('1', 0, 2)];
    const broadcasts = of({ starts: [start('s1', 0)], ends: [end('s2', 26)], recordings });
    expect(broadcasts.map(shape)).toEqual([
      { names: ['start 0', 'video:100:1'], hours: [0, 2] },
      { names: ['end 26', 'video:100:2'], hours: [24 + 2 / 60, 26] },
    ]);
    expect(broadcasts.every(({ isStartKnown }) => isStartKnown)).toBe(true);
  });

  it('keep what the log knows: a recording may be in parts, and goes on with the broadcast', () => {
    const recordings = [recording('2', 2, 4), recording('1', 0, 2)];
    expect(of({ starts: [start('s1', 0)], ends: [end('s1', 4)], recordings }).map(shape)).toEqual([
      { names: ['start 0', 'end 4', 'video:100:2', 'video:100:1'], hours: [0, 4] },
    ]);
    const live = { streamId: 's1', startedAt: at(0) };
    const going = of({ starts: [start('s1', 0)], live, recordings: [recording('1', 0, null)] });
    expect(going.map(({ until, isLive }) => [until, isLive])).toEqual([[null, true]]);
  });

  it('are none of reruns, with their ends', () => {
    expect(of({ starts: [start('s1', 0, 'rerun')], ends: [end('s1', 4)] })).toEqual([]);
  });
});

it.each([
  ['live:100:77', '100'],
  ['video:901:12', '901'],
  ['some-event-id', null],
  ['live:100', null],
  ['video:x:12', null],
])('finds the streamer in the name %s', (name, streamerId) => {
  expect(streamerInName(name)).toBe(streamerId);
});
