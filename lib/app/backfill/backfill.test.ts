import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { MINUTE } from '@/lib/time';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { createFakeClock, START, settled } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { startBackfill } from './backfill';
import { type BackfillResult, backfilledEvent } from './backfilled-event';
import type { KnownChannel, Source } from './source';

const CHANNEL: KnownChannel = {
  state: NOTHING_KNOWN,
  lastEnd: null,
  wasKnownBeforeGap: false,
  hasReceived: () => false,
};

/** Returns a result with one follow, which has this id. */
function resultWith(id: string): BackfillResult {
  const follow = backfilledEvent(DEMO_STREAMER, START, {
    kind: 'follow',
    sourceType: 'channel.follow',
    naturalKey: id,
    at: START,
    detail: {},
  });
  return { events: [follow], state: {} };
}

/** Returns a source that fails with these errors, one per lookup; `null` and later ones succeed. */
function source(name: string, failures: (HelixError | null)[], options = {}): Source {
  return {
    name,
    lookUp: async () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return resultWith(name);
    },
    ...options,
  };
}

function runBackfill(sources: Source[]) {
  const clock = createFakeClock();
  const log = createFakeLog();
  const api = createFakeTwitchApi();
  const foundIds: string[] = [];
  const calls = { completed: 0, unauthorized: 0 };
  const stop = startBackfill({
    sources,
    request: { streamer: DEMO_STREAMER, api, channel: CHANNEL, clock, since: START },
    clock,
    log,
    resultReceived: ({ events }) => foundIds.push(...events.map(({ id }) => id)),
    unauthorized: () => {
      calls.unauthorized += 1;
    },
    completed: () => {
      calls.completed += 1;
    },
  });
  return { clock, log, foundIds, calls, stop };
}

const unavailable = () => new HelixError(503, 'down', null);

describe('startBackfill', () => {
  it('looks up every source once and reports completion', async () => {
    const { clock, foundIds, calls } = runBackfill([source('a', []), source('b', [])]);
    await settled();
    expect(foundIds).toEqual(['a', 'b']);
    expect(calls).toEqual({ completed: 1, unauthorized: 0 });
    expect(clock.pending).toBe(0);
  });

  it('reports completion at once if there is nothing to look up', () => {
    const { clock, calls } = runBackfill([]);
    expect([calls, clock.pending]).toEqual([{ completed: 1, unauthorized: 0 }, 0]);
  });

  it('reports the results of other sources when one fails, and retries that one later', async () => {
    const { clock, foundIds, calls, log } = runBackfill([
      source('a', [unavailable()]),
      source('b', []),
    ]);
    await settled();
    expect(foundIds).toEqual(['b']);
    expect(log.warnings).toEqual(['a could not be looked up']);
    expect(calls.completed).toBe(0);
    await clock.advance(MINUTE);
    expect(foundIds).toEqual(['b', 'a']);
    expect(calls.completed).toBe(1);
  });

  it('gives up after three failures without reporting completion', async () => {
    const { clock, foundIds, calls, log } = runBackfill([
      source('a', [unavailable(), unavailable(), unavailable()]),
    ]);
    await clock.advance(60 * MINUTE);
    expect(log.warnings).toHaveLength(3);
    expect([foundIds, calls.completed, clock.pending]).toEqual([[], 0, 0]);
  });

  it('reports a 401 as unauthorized and does not retry', async () => {
    const { clock, calls } = runBackfill([source('a', [new HelixError(401, 'invalid', null)])]);
    await settled();
    expect(calls).toEqual({ completed: 0, unauthorized: 1 });
    expect(clock.pending).toBe(0);
  });

  it('counts a 403 as an answer', async () => {
    const { clock, calls } = runBackfill([source('a', [new HelixError(403, 'no mod', null)])]);
    await settled();
    expect(calls.completed).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('looks up a slow source twice, and reports completion after the first time', async () => {
    const { clock, foundIds, calls } = runBackfill([
      source('a', [], { repeatAfterMs: 5 * MINUTE }),
    ]);
    await settled();
    expect(calls.completed).toBe(1);
    await clock.advance(5 * MINUTE);
    expect(foundIds).toEqual(['a', 'a']);
    expect([calls.completed, clock.pending]).toEqual([1, 0]);
  });

  it('reports nothing after it is stopped', async () => {
    const { clock, foundIds, calls, stop, log } = runBackfill([
      source('a', []),
      source('b', [unavailable()]),
      source('c', [], { repeatAfterMs: MINUTE }),
    ]);
    stop();
    await clock.advance(60 * MINUTE);
    expect([foundIds, calls.completed, log.warnings]).toEqual([[], 0, []]);
  });

  it('cancels retries and repeated lookups when it is stopped', async () => {
    const { clock, foundIds, stop } = runBackfill([
      source('b', [unavailable()]),
      source('c', [], { repeatAfterMs: MINUTE }),
    ]);
    await settled();
    stop();
    expect(clock.pending).toBe(0);
    await clock.advance(60 * MINUTE);
    expect(foundIds).toEqual(['c']);
  });
});
