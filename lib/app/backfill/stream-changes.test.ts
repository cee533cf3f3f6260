import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time';
import { START } from '@/tests/support/fake-clock';
import { liveNow, type StreamQuestion, streamChanges } from './stream-changes';

/** The pause: from six until nine. Times are in minutes after six. */
const NOW = START + 3 * HOUR;
const at = (minutes: number) => START + minutes * MINUTE;
const stream = (streamId: string, begins: number) => ({ streamId, startedAt: at(begins) });
const recording = (streamId: string | null, begins: number, ends: number) => ({
  id: `v${streamId}`,
  streamId,
  startedAt: at(begins),
  endsAt: at(ends),
  url: '',
});

/** Changes as `online a at 30`, in minutes after six. */
function told(question: Partial<StreamQuestion>): string[] {
  const all = { known: null, told: null, recordings: [], since: START, now: NOW, ...question };
  return streamChanges(all).map(
    (one) => `${one.change} ${one.streamId} at ${(one.at - START) / MINUTE}`,
  );
}

describe('streamChanges', () => {
  it.each<[string, Partial<StreamQuestion>, string[]]>([
    ['nothing where nobody was on the air', {}, []],
    [
      'nothing where it is the same stream',
      { known: stream('a', -60), told: stream('a', -60) },
      [],
    ],
    ['a stream that began', { told: stream('b', 30) }, ['online b at 30']],
    [
      'an end as of the recording',
      { known: stream('a', -60), recordings: [recording('a', -60, 45)] },
      ['offline a at 45'],
    ],
    ['an end as of the finding', { known: stream('a', -60) }, ['offline a at 180']],
    [
      'an end no later than the next stream',
      { known: stream('a', -60), told: stream('b', 100) },
      ['offline a at 100', 'online b at 100'],
    ],
    [
      'an end not before it was last heard, though the recording lags',
      { known: stream('a', -60), recordings: [recording('a', -60, -20)] },
      ['offline a at 0'],
    ],
    [
      'one stream after the other',
      {
        known: stream('a', -60),
        told: stream('b', 100),
        recordings: [recording('b', 100, 180), recording('a', -60, 45)],
      },
      ['offline a at 45', 'online b at 100'],
    ],
    [
      'a broadcast that came and went',
      { recordings: [recording('b', 30, 90), recording('before', -300, -200)] },
      ['online b at 30', 'offline b at 90'],
    ],
    [
      'two of them, in their order',
      { recordings: [recording('c', 100, 120), recording('b', 30, 90)] },
      ['online b at 30', 'offline b at 90', 'online c at 100', 'offline c at 120'],
    ],
    [
      'only the beginning of what may still go on',
      { recordings: [recording('b', 170, 179)] },
      ['online b at 170'],
    ],
    [
      'one that began just before, whose message was still to come',
      { recordings: [recording('b', -2, 90)] },
      ['online b at -2', 'offline b at 90'],
    ],
    ['nothing of a stream that was over', { recordings: [recording('b', -120, -60)] }, []],
    [
      'nothing of one that ended as the pause began, as far as its recording can tell',
      { recordings: [recording('b', -120, 1)] },
      [],
    ],
    ['nothing of a recording of no stream', { recordings: [recording(null, 30, 90)] }, []],
    [
      'nothing of an end where Get Streams may not know the stream yet',
      { known: stream('a', 177), told: null },
      [],
    ],
  ])('tells %s', (_what, question, expected) => {
    expect(told(question)).toEqual(expected);
  });
});

describe('liveNow', () => {
  it.each([
    ['what Get Streams tells', stream('a', 100), stream('b', 120), stream('b', 120)],
    ['nothing where it tells nothing', stream('a', 175), null, null],
    ['a fresh stream that it may not know yet', stream('a', 176), null, stream('a', 176)],
    ['the one it tells over a fresh one', stream('a', 176), stream('b', 177), stream('b', 177)],
  ])('is %s', (_what, known, answer, expected) => {
    expect(liveNow({ known, told: answer, now: NOW })).toEqual(expected);
  });
});
