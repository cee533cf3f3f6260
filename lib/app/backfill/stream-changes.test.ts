import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time';
import { START } from '@/tests/support/fakes/fake-clock';
import { liveNow, type StreamChangesInput, streamChanges } from './stream-changes';

/** The gap lasts from START until NOW. Times are in minutes after its start. */
const NOW = START + 3 * HOUR;
const at = (minutes: number) => START + minutes * MINUTE;
const stream = (streamId: string, start: number) => ({ streamId, startedAt: at(start) });
const vod = (streamId: string | null, start: number, end: number) => ({
  id: `v${streamId}`,
  streamId,
  startedAt: at(start),
  endsAt: at(end),
  url: '',
});

/** Returns each change as text, such as `online a at 30`. */
function changesOf(input: Partial<StreamChangesInput>): string[] {
  const all = {
    known: null,
    ended: null,
    reported: null,
    vods: [],
    since: START,
    now: NOW,
    ...input,
  };
  return streamChanges(all).map(
    ({ change, streamId, at: time }) => `${change} ${streamId} at ${(time - START) / MINUTE}`,
  );
}

describe('streamChanges', () => {
  it.each<[string, Partial<StreamChangesInput>, string[]]>([
    ['nothing if no stream was live', {}, []],
    [
      'nothing if the same stream is still live',
      { known: stream('a', -60), reported: stream('a', -60) },
      [],
    ],
    ['a stream that started', { reported: stream('b', 30) }, ['online b at 30']],
    [
      'that an ended stream goes on, not earlier than now',
      { ended: { streamId: 'a', at: at(-5) }, reported: stream('a', -60) },
      ['online a at 180'],
    ],
    [
      'the end of the VOD as the end of its stream',
      { known: stream('a', -60), vods: [vod('a', -60, 45)] },
      ['offline a at 45'],
    ],
    [
      'the current time as the end of a stream without a VOD',
      { known: stream('a', -60) },
      ['offline a at 180'],
    ],
    [
      'an end no later than the start of the next stream',
      { known: stream('a', -60), reported: stream('b', 100) },
      ['offline a at 100', 'online b at 100'],
    ],
    [
      'an end no earlier than the start of the gap, even if the VOD ends before it',
      { known: stream('a', -60), vods: [vod('a', -60, -20)] },
      ['offline a at 0'],
    ],
    [
      'the end of one stream and the start of the next',
      {
        known: stream('a', -60),
        reported: stream('b', 100),
        vods: [vod('b', 100, 180), vod('a', -60, 45)],
      },
      ['offline a at 45', 'online b at 100'],
    ],
    [
      'a broadcast that started and ended in the gap',
      { vods: [vod('b', 30, 90), vod('before', -300, -200)] },
      ['online b at 30', 'offline b at 90'],
    ],
    [
      'two such broadcasts, oldest first',
      { vods: [vod('c', 100, 120), vod('b', 30, 90)] },
      ['online b at 30', 'offline b at 90', 'online c at 100', 'offline c at 120'],
    ],
    [
      'only the start of a broadcast that may still go on',
      { vods: [vod('b', 170, 179)] },
      ['online b at 170'],
    ],
    [
      'a broadcast that started just before the gap, whose notification was still on its way',
      { vods: [vod('b', -2, 90)] },
      ['online b at -2', 'offline b at 90'],
    ],
    ['nothing for a stream that ended before the gap', { vods: [vod('b', -120, -60)] }, []],
    [
      'nothing for a stream that started long before the gap, even if its VOD ends in it',
      { vods: [vod('b', -120, 1)] },
      [],
    ],
    ['nothing for a VOD without a stream', { vods: [vod(null, 30, 90)] }, []],
    [
      'no end if Get Streams may not show the stream yet',
      { known: stream('a', 177), reported: null },
      [],
    ],
  ])('returns %s', (_case, input, expected) => {
    expect(changesOf(input)).toEqual(expected);
  });
});

describe('liveNow', () => {
  it.each([
    ['the reported stream', stream('a', 100), stream('b', 120), stream('b', 120)],
    ['null if none is reported', stream('a', 175), null, null],
    ['a known stream that has just started', stream('a', 176), null, stream('a', 176)],
    [
      'the reported stream instead of one that has just started',
      stream('a', 176),
      stream('b', 177),
      stream('b', 177),
    ],
  ])('returns %s', (_case, known, reported, expected) => {
    expect(liveNow({ known, ended: null, reported, now: NOW })).toEqual(expected);
  });

  it('returns a stream that has just started instead of the one before it', () => {
    const [known, reported] = [stream('b', 176), stream('a', 100)];
    expect(liveNow({ known, ended: null, reported, now: NOW })).toEqual(known);
  });

  it.each([
    ['null for a stream that has just ended, which Twitch still returns', 'a', 176, null],
    ['a stream that goes on some minutes after its end', 'a', 175, stream('a', 100)],
    ['another stream than the one that has just ended', 'b', 176, stream('a', 100)],
  ])('returns %s', (_case, streamId, minute, expected) => {
    const ended = { streamId, at: at(minute) };
    expect(liveNow({ known: null, ended, reported: stream('a', 100), now: NOW })).toEqual(expected);
  });
});
