import { describe, expect, it } from 'vitest';
import type { ChannelState } from '@/lib/domain/channel/channel';
import { HOUR, MINUTE } from '@/lib/time';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { anEvent } from '@/tests/support/builders/events';
import { START } from '@/tests/support/fakes/fake-clock';
import { lookAtStream, lookAtText, type StreamLook } from './look-changes';

const NOW = START + HOUR;
const TEXT = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
const at = (minutesAgo: number) => NOW - minutesAgo * MINUTE;
const stream = (streamId: string, minutesAgo: number) => ({
  streamId,
  startedAt: at(minutesAgo),
});

interface Case extends Partial<Pick<StreamLook, 'earlier' | 'reported'>> {
  live?: ChannelState['live'];
  text?: ChannelState['text'];
  /** The latest known end: id and minutes ago. */
  end?: [string, number];
}

function look({ live = null, text = TEXT, end, earlier = null, reported = null }: Case) {
  const lastEnd =
    end === undefined
      ? null
      : {
          ...anEvent('stream_offline', { streamId: end[0], startedAt: null }),
          created_at: at(end[1]),
        };
  const channel = { state: { live, text }, lastEnd };
  return lookAtStream({ streamer: DEMO_STREAMER, channel, earlier, reported, now: NOW });
}

/** Returns each event as text, such as `online a 30` for 30 minutes ago, and the new state. */
function foundBy(input: Case): [string[], string | null | undefined] {
  const { events, state } = look(input).result;
  const texts = events.map(
    ({ natural_key, created_at }) => `${natural_key} ${(NOW - created_at) / MINUTE}`,
  );
  return [texts, state.live === undefined ? undefined : (state.live?.streamId ?? null)];
}

const seen = (liveId: string | null, missedAt: number | null = null) => ({ liveId, missedAt });

describe('lookAtStream', () => {
  it.each<[string, Case, string[], string | null | undefined]>([
    ['nothing if the channel stays offline', {}, [], undefined],
    [
      'nothing if the stream goes on',
      { live: stream('a', 30), reported: stream('a', 30) },
      [],
      undefined,
    ],
    [
      'a start at its own time, however long ago',
      { reported: stream('a', 180) },
      ['online:a 180'],
      'a',
    ],
    ['an end now', { live: stream('a', 30) }, ['offline:a 0'], null],
    [
      'a stream that replaced another one',
      { live: stream('a', 30), reported: stream('b', 2), earlier: seen('a') },
      ['offline:a 2', 'online:b 2'],
      'b',
    ],
    [
      'nothing if a look misses a stream for the first time',
      { live: stream('a', 30), earlier: seen('a') },
      [],
      undefined,
    ],
    [
      'an end when two looks in a row miss it, at the time of the first',
      { live: stream('a', 30), earlier: seen('a', at(1)) },
      ['offline:a 1'],
      null,
    ],
    [
      'an end now if the time of the first look is in the future',
      { live: stream('a', 30), earlier: seen('a', at(-60)) },
      ['offline:a 0'],
      null,
    ],
    [
      'an end now if the earlier look has missed another stream',
      { live: stream('b', 30), earlier: seen('a', at(1)) },
      ['offline:b 0'],
      null,
    ],
    [
      'nothing if Helix may not show a new stream yet',
      { live: stream('a', 4), earlier: seen('a', at(1)) },
      [],
      undefined,
    ],
    [
      'nothing if Helix may still show a stream that has ended',
      { end: ['a', 4], reported: stream('a', 30), earlier: seen(null) },
      [],
      undefined,
    ],
    [
      'that a stream goes on when Helix shows it minutes after its end',
      { end: ['a', 5], reported: stream('a', 30), earlier: seen(null) },
      ['online:a 0'],
      'a',
    ],
    [
      'only the state if nothing is known of the channel',
      { text: null, reported: stream('a', 30) },
      [],
      'a',
    ],
    [
      'a start after a look that found nobody live',
      {
        text: null,
        reported: stream('a', 1),
        earlier: seen(null),
      },
      ['online:a 1'],
      'a',
    ],
    [
      'an end although only the stream is known',
      { text: null, live: stream('a', 30) },
      ['offline:a 0'],
      null,
    ],
    [
      'a start although only an end is known',
      {
        text: null,
        end: ['a', 60],
        reported: stream('b', 1),
      },
      ['online:b 1'],
      'b',
    ],
  ])('returns %s', (_case, input, events, live) => {
    expect(foundBy(input)).toEqual([events, live]);
  });

  it.each<[string, Case, ReturnType<typeof seen>]>([
    ['who is live', { live: stream('a', 30), reported: stream('a', 30) }, seen('a')],
    ['that nobody is live', { earlier: seen('a') }, seen(null)],
    ['when it missed a stream', { live: stream('a', 30), earlier: seen('a') }, seen('a', NOW)],
    [
      'that a stream is back',
      { live: stream('a', 30), reported: stream('a', 30), earlier: seen('a', at(1)) },
      seen('a'),
    ],
    ['that a stream is over', { live: stream('a', 30), earlier: seen('a', at(1)) }, seen(null)],
  ])('remembers %s', (_case, input, looks) => {
    expect(look(input).looks).toEqual(looks);
  });

  it('builds the events that EventSub would have sent, marked as found', () => {
    const { events } = look({ live: stream('a', 30), reported: stream('b', 2) }).result;
    expect(events).toMatchObject([
      {
        event_type: 'stream_offline',
        source_type: 'stream.offline',
        streamer_id: DEMO_STREAMER.id,
        found_at: NOW,
        detail: { streamId: 'a', startedAt: at(30) },
      },
      {
        event_type: 'stream_online',
        source_type: 'stream.online',
        found_at: NOW,
        detail: { streamId: 'b', startedAt: at(2) },
      },
    ]);
  });
});

describe('lookAtText', () => {
  const compare = (before: ChannelState['text'], after: ChannelState['text'] & object) =>
    lookAtText(DEMO_STREAMER, { state: { live: null, text: before }, lastEnd: null }, after, NOW);

  it('returns nothing if nothing has changed', () => {
    expect(compare(TEXT, { ...TEXT, labels: [] })).toEqual({ events: [], state: {} });
  });

  it('returns only the state if nothing was known', () => {
    expect(compare(null, TEXT)).toEqual({ events: [], state: { text: TEXT } });
  });

  it.each([{ title: 'Coffee' }, { category: 'Go' }, { language: 'de' }, { labels: ['Gambling'] }])(
    'returns an update with the current time for %o',
    (change) => {
      const after = { ...TEXT, ...change };
      const { events, state } = compare(TEXT, after);
      expect(state).toEqual({ text: after });
      expect(events).toMatchObject([
        {
          event_type: 'channel_update',
          natural_key: `update:100:${NOW}`,
          source_type: 'channel.update',
          created_at: NOW,
          found_at: NOW,
          detail: { before: TEXT, after },
        },
      ]);
    },
  );
});
