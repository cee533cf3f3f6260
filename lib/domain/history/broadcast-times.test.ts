import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time';
import { broadcastTimes, type Hearing } from './broadcast-times';

const NOW = 100 * HOUR;
const ended = { from: 10 * HOUR, until: 14 * HOUR, isLive: false, nextFrom: null };
const live = { from: 98 * HOUR, until: null, isLive: true, nextFrom: null };

const timesOf = (broadcast: Parameters<typeof broadcastTimes>[0], hearing: Partial<Hearing> = {}) =>
  broadcastTimes(broadcast, { gaps: [], since: 0, heardAt: NOW - 10_000, ...hearing }, NOW);

const gap = (from: number, until: number) => ({ from: from * HOUR, until: until * HOUR });

describe('a broadcast that has ended', () => {
  it('was listened to but for the gaps', () => {
    expect(timesOf(ended, { gaps: [gap(11, 12)] })).toEqual({
      from: 10 * HOUR,
      until: 14 * HOUR,
      state: 'ended',
      missed: [gap(11, 12)],
      listened: { total: 4 * HOUR, listened: 3 * HOUR },
      late: 0,
      early: 0,
    });
  });

  it.each<[string, Partial<Hearing>, number, number]>([
    ['joined late', { gaps: [gap(1, 11)] }, HOUR, 0],
    ['left early', { gaps: [gap(13, 30)] }, 0, HOUR],
    ['joined late, because the log begins in it', { since: 12 * HOUR }, 2 * HOUR, 0],
    ['left early, because nobody listens any more', { heardAt: 12 * HOUR }, 0, 2 * HOUR],
    ['in time: Twitch reports a start some seconds late', { gaps: [gap(1, 10.01)] }, 0, 0],
  ])('was %s', (_, hearing, late, early) => {
    expect(timesOf(ended, hearing)).toMatchObject({ late, early });
  });

  it.each<[string, Partial<Hearing>]>([
    ['the log has nothing of the streamer', { since: null }],
    ['the extension never listened to them', { heardAt: null }],
  ])('was listened to for an unknown time if %s', (_, hearing) => {
    expect(timesOf(ended, hearing)).toMatchObject({ listened: null, missed: [] });
  });
});

describe('a broadcast without an end', () => {
  it('goes on while it is live and somebody listens', () => {
    expect(timesOf(live)).toMatchObject({ state: 'live', until: NOW, early: 0 });
  });

  it.each<[string, Parameters<typeof broadcastTimes>[0], Partial<Hearing>, number]>([
    ['until listening ended', live, { heardAt: 99 * HOUR }, 99],
    ['until the next one', { ...live, isLive: false, nextFrom: 99.5 * HOUR }, {}, 99.5],
    [
      'until the last gap',
      { ...live, isLive: false, nextFrom: 99.5 * HOUR },
      { gaps: [gap(99, 99.5)] },
      99,
    ],
    ['for two days', { ...live, from: 10 * HOUR }, { heardAt: 99 * HOUR }, 58],
    ['for no time, if nobody heard it', live, { heardAt: 97 * HOUR }, 98],
  ])('went on %s at most', (_, broadcast, hearing, until) => {
    expect(timesOf(broadcast, hearing)).toMatchObject({ state: 'unknown', until: until * HOUR });
  });

  it('is not live any more if nobody has heard of it for minutes', () => {
    expect(timesOf(live, { heardAt: NOW - 5 * MINUTE }).state).toBe('unknown');
  });
});
