import { describe, expect, it } from 'vitest';
import type { ChannelState } from '@/lib/domain/channel/channel';
import type { EventOf } from '@/lib/domain/event/event';
import { NO_REPORTS } from '@/lib/domain/history/broadcast-reports';
import { MINUTE } from '@/lib/time';
import { anEvent } from '@/tests/support/builders/events';
import { START } from '@/tests/support/fakes/fake-clock';
import { createBroadcastTracker } from './broadcast-tracker';

/** Broadcast b begins an hour after a. Times are in minutes after the start of a. */
const STARTS: Record<string, number> = { a: 0, b: 60 };

const at = (minute: number) => START + minute * MINUTE;
const broadcast = (streamId: string) => ({ streamId, startedAt: at(STARTS[streamId] ?? 0) });

function online(streamId: string, minute: number): EventOf<'stream_online'> {
  return anEvent('stream_online', broadcast(streamId), { created_at: at(minute) });
}

function offline(streamId: string, minute: number, fields = {}): EventOf<'stream_offline'> {
  const detail = { streamId, startedAt: null };
  return anEvent('stream_offline', detail, { created_at: at(minute), ...fields });
}

/** Applies the events in this order. Returns the tracker and the broadcast that is live then. */
function trackerAfter(...events: (EventOf<'stream_online'> | EventOf<'stream_offline'>)[]) {
  const tracker = createBroadcastTracker(NO_REPORTS);
  let live: ChannelState['live'] = null;
  for (const event of events) {
    const change: Partial<ChannelState> = tracker.apply(event, live);
    if (change.live !== undefined) live = change.live;
  }
  return { tracker, live };
}

describe('a broadcast', () => {
  it.each([
    [
      'goes on when the end of the one before arrives late',
      'b',
      [online('b', 60), offline('a', 61)],
    ],
    [
      'goes on when the begin of the one before arrives late',
      'b',
      [online('b', 60), online('a', 1)],
    ],
    [
      'goes on when its end came again with an old message',
      'a',
      [offline('a', 10), online('a', 11), offline('a', 10)],
    ],
    ['goes on after an end that was not the last', 'a', [offline('a', 10), online('a', 11)]],
    ['goes on when an earlier end arrives last', 'a', [online('a', 11), offline('a', 10)]],
    ['has ended when an earlier begin arrives last', null, [offline('a', 12), online('a', 11)]],
    [
      'has ended when the begin of an older one arrives last',
      null,
      [
        online('b', 60),
        { ...offline('b', 70), detail: { streamId: 'b', startedAt: at(60) } },
        online('a', 1),
      ],
    ],
  ] as const)('%s', (_case, streamId, events) => {
    const { live } = trackerAfter(online('a', 0), ...events);
    expect(live).toEqual(streamId === null ? null : broadcast(streamId));
  });
});

describe('an end without an id', () => {
  const [a, b] = [broadcast('a'), broadcast('b')];

  it('ends the broadcast that is live', () => {
    const { tracker, live } = trackerAfter(online('a', 0));
    expect(tracker.endedAt(at(1), live)).toEqual(a);
    expect(tracker.endedAt(at(1), null)).toBeNull();
  });

  it('cannot end a broadcast that began later', () => {
    const { tracker, live } = trackerAfter(online('b', 60));
    expect(tracker.endedAt(at(59), live)).toBeNull();
  });

  it('ends the one before for some minutes, if the end of that is missing', () => {
    const { tracker, live } = trackerAfter(online('a', 0), online('b', 60));
    expect(tracker.endedAt(at(64), live)).toMatchObject(a);
    expect(tracker.endedAt(at(65), live)).toEqual(b);
  });

  it('ends the current one as soon as the end of the one before has arrived', () => {
    const { tracker, live } = trackerAfter(online('a', 0), online('b', 60), offline('a', 61));
    expect(tracker.endedAt(at(62), live)).toEqual(b);
  });

  it('ends the current one as soon as backfill has found the end of the one before', () => {
    const { tracker, live } = trackerAfter(online('a', 0), online('b', 60));
    tracker.applyBackfill([offline('a', 59, { found_at: at(61) })]);
    expect(tracker.endedAt(at(62), live)).toEqual(b);
  });
});

describe('the begin that an end gets', () => {
  it('is that of its own broadcast, and it ended before the next began', () => {
    const { tracker, live } = trackerAfter(online('a', 0), online('b', 60));
    expect(tracker.complete(offline('a', 61), live)).toMatchObject({
      created_at: at(60),
      detail: { startedAt: at(0) },
    });
    expect(tracker.complete(offline('b', 90), live)).toMatchObject({
      created_at: at(90),
      detail: { startedAt: at(60) },
    });
  });

  it('stays unknown for a broadcast that is not known', () => {
    const { tracker, live } = trackerAfter(online('b', 60));
    expect(tracker.complete(offline('c', 61), live).detail).toMatchObject({ startedAt: null });
  });
});

it('knows the last end, also one that backfill found', () => {
  const { tracker } = trackerAfter(online('a', 0), offline('a', 10));
  expect(tracker.lastEnd?.created_at).toBe(at(10));
  tracker.applyBackfill([offline('b', 90), offline('a', 5)]);
  expect(tracker.lastEnd?.created_at).toBe(at(90));
});
