import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { MINUTE } from '@/lib/time';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { DEMO_STREAMER } from '@/tests/support/accounts';
import { createFakeClock, START, settled } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fake-twitch-api';
import { trackChannel } from '../listening/channel-tracker';
import { startBackfill } from './backfill';
import { type BackfillResult, backfilledEvent } from './backfilled-event';
import type { Source } from './source';

function finding(key: string): BackfillResult {
  const follow = backfilledEvent(DEMO_STREAMER, START, {
    kind: 'follow',
    sourceType: 'channel.follow',
    naturalKey: key,
    at: START,
    detail: {},
  });
  return { events: [follow], state: {} };
}

/** A source whose answers are an error, or what it finds, one after the other. */
function source(name: string, answers: (HelixError | null)[], again = {}): Source {
  return {
    name,
    find: async () => {
      const failure = answers.shift();
      if (failure) throw failure;
      return finding(name);
    },
    ...again,
  };
}

function catchUp(sources: Source[]) {
  const clock = createFakeClock();
  const log = createFakeLog();
  const api = createFakeTwitchApi();
  const channel = trackChannel({
    streamerId: '100',
    known: NOTHING_KNOWN,
    api,
    clock,
    log,
    changed: () => {},
  });
  const found: string[] = [];
  const told = { done: 0, unauthorized: 0 };
  const stop = startBackfill({
    sources,
    search: { streamer: DEMO_STREAMER, api, channel, clock, since: START },
    clock,
    log,
    found: ({ events }) => found.push(...events.map(({ id }) => id)),
    unauthorized: () => {
      told.unauthorized += 1;
    },
    done: () => {
      told.done += 1;
    },
  });
  return { clock, log, found, told, stop };
}

const down = () => new HelixError(503, 'down', null);

describe('catching up', () => {
  it('looks through every source once, and says when it is done', async () => {
    const { clock, found, told } = catchUp([source('a', []), source('b', [])]);
    await settled();
    expect(found).toEqual(['a', 'b']);
    expect(told).toEqual({ done: 1, unauthorized: 0 });
    expect(clock.pending).toBe(0);
  });

  it('tells what is found though another source fails, which is asked again later', async () => {
    const { clock, found, told, log } = catchUp([source('a', [down()]), source('b', [])]);
    await settled();
    expect(found).toEqual(['b']);
    expect(log.warnings).toEqual(['a could not be looked for']);
    expect(told.done).toBe(0);
    await clock.advance(MINUTE);
    expect(found).toEqual(['b', 'a']);
    expect(told.done).toBe(1);
  });

  it('gives up after three failures, and does not say that it is done', async () => {
    const { clock, found, told, log } = catchUp([source('a', [down(), down(), down()])]);
    await clock.advance(60 * MINUTE);
    expect(log.warnings).toHaveLength(3);
    expect([found, told.done, clock.pending]).toEqual([[], 0, 0]);
  });

  it('doubts the token where Helix does, and does not ask again', async () => {
    const { clock, told } = catchUp([source('a', [new HelixError(401, 'invalid token', null)])]);
    await settled();
    expect(told).toEqual({ done: 0, unauthorized: 1 });
    expect(clock.pending).toBe(0);
  });

  it('takes a refusal for an answer', async () => {
    const { clock, told } = catchUp([source('a', [new HelixError(403, 'no moderator', null)])]);
    await settled();
    expect(told.done).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('looks twice where Helix is slow to know, and is done all the same', async () => {
    const { clock, found, told } = catchUp([source('a', [], { againAfterMs: 5 * MINUTE })]);
    await settled();
    expect(told.done).toBe(1);
    await clock.advance(5 * MINUTE);
    expect(found).toEqual(['a', 'a']);
    expect([told.done, clock.pending]).toEqual([1, 0]);
  });

  it('tells nothing after its end', async () => {
    const { clock, found, told, stop, log } = catchUp([
      source('a', []),
      source('b', [down()]),
      source('c', [], { againAfterMs: MINUTE }),
    ]);
    stop();
    await clock.advance(60 * MINUTE);
    expect([found, told.done, log.warnings]).toEqual([[], 0, []]);
  });

  it('ends what was to come later', async () => {
    const { clock, found, stop } = catchUp([
      source('b', [down()]),
      source('c', [], { againAfterMs: MINUTE }),
    ]);
    await settled();
    stop();
    expect(clock.pending).toBe(0);
    await clock.advance(60 * MINUTE);
    expect(found).toEqual(['c']);
  });
});
