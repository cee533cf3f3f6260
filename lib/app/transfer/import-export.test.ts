import { describe, expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { recordGaps } from '@/lib/db/history/gaps';
import { groupFollows } from '@/lib/db/history/group-follows';
import type { StreamEvent } from '@/lib/domain/event/event';
import { headerLine } from '@/lib/domain/transfer/json-lines';
import { HOUR, MINUTE } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { randomLog } from '@/tests/support/builders/random-log';
import { shuffledEvening } from '@/tests/support/builders/shuffled-evening';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { commandsOf, contentOf, importAll, linesOf } from '@/tests/support/database/transfer';
import { START } from '@/tests/support/fakes/fake-clock';

const timeout = MINUTE;
const LATER = START + 1_000 * HOUR;

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

describe('an export that is imported', () => {
  it.each(seeds)('gives the same log in an empty database (seed %i)', { timeout }, async (seed) => {
    const random = createRandom(seed);
    const db = freshDatabase();
    await recordEvents(db, randomLog(seed));
    await recordGaps(db, [
      { streamer_id: '100', from: START + HOUR, until: START + 2 * HOUR, reason: 'disconnected' },
      { streamer_id: '901', from: START, until: START + HOUR, reason: 'not_running' },
    ]);
    while ((await groupFollows(db, LATER)).length > 0);
    const lines = await linesOf(db);
    const copy = freshDatabase();
    const size = () => random.integer(1, 40);
    const { added } = await importAll(commandsOf(copy), lines, size);
    while ((await groupFollows(copy, LATER)).length > 0);
    expect(added).toBe(await db.events.count());
    expect(await contentOf(copy)).toEqual(await contentOf(db));

    // Once more changes nothing.
    const again = await importAll(commandsOf(copy), lines, size);
    expect(again).toEqual({ added: 0, known: added });
    expect(await contentOf(copy)).toEqual(await contentOf(db));
    const parsed = (all: readonly string[]) => all.map((line) => JSON.parse(line));
    expect(parsed(await linesOf(copy))).toEqual(parsed(lines));
  });

  it.each([1, 2, 3])('gives the same rows of an evening (seed %i)', { timeout }, async (seed) => {
    const db = freshDatabase();
    for (const batch of shuffledEvening(seed)) await recordEvents(db, batch);
    while ((await groupFollows(db, LATER)).length > 0);
    const lines = await linesOf(db);
    const copy = freshDatabase();
    await importAll(commandsOf(copy), lines, () => 100);
    while ((await groupFollows(copy, LATER)).length > 0);
    expect(await contentOf(copy)).toEqual(await contentOf(db));
  });

  it('is merged with what a log has already, by id and by natural key', async () => {
    const db = freshDatabase();
    const online = (id: string, created_at: number): StreamEvent =>
      anEvent(
        'stream_online',
        { streamId: '7', startedAt: START },
        { id, created_at, natural_key: 'online:7' },
      );
    const offline = anEvent(
      'stream_offline',
      { streamId: '7', startedAt: START },
      { id: 'end', created_at: START + HOUR, natural_key: 'offline:7' },
    );
    await recordEvents(db, [aCheer({ id: 'a' }), online('here', START), offline]);
    const lines = [
      headerLine(START).trim(),
      ...[
        aCheer({ id: 'a' }),
        // As a live report, this would say that the broadcast has gone on.
        online('there', START + 2 * HOUR),
        aCheer({ id: 'b' }),
      ].map((event) => JSON.stringify(event)),
    ];
    expect(await importAll(commandsOf(db), lines)).toEqual({ added: 1, known: 2 });
    const log = await db.events.toArray();
    expect(log.map(({ id }) => id)).toEqual(['a', 'here', 'end', 'b']);
  });

  it('brings a later report of a progress, and no earlier one', async () => {
    const db = freshDatabase();
    const goal = { goalId: '1', goalType: 'follow', description: '', target: 9, isAchieved: null };
    const progress = (id: string, current: number): StreamEvent =>
      anEvent(
        'goal_progress',
        { ...goal, current },
        { id, created_at: START + current, natural_key: 'goal_progress:1' },
      );
    await recordEvents(db, [progress('a', 5)]);
    for (const [id, current] of [
      ['b', 3],
      ['c', 7],
    ] as const) {
      await importAll(commandsOf(db), [
        headerLine(START).trim(),
        JSON.stringify(progress(id, current)),
      ]);
    }
    const log = await db.events.toArray();
    expect(log.map(({ id, detail }) => [id, 'current' in detail && detail.current])).toEqual([
      ['a', 7],
    ]);
  });

  it('brings no gaps of a streamer of whom something is recorded', async () => {
    const db = freshDatabase();
    await recordGaps(db, [
      { streamer_id: '100', from: START, until: START + HOUR, reason: 'disconnected' },
    ]);
    const lines = await linesOf(db);
    const other = freshDatabase();
    await recordEvents(other, [aCheer()]);
    await importAll(commandsOf(other), lines);
    expect(await other.gaps.count()).toBe(0);
  });
});
