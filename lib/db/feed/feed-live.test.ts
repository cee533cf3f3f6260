import { expect, it } from 'vitest';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { MINUTE } from '@/lib/time';
import { aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { until } from '@/tests/support/until';
import { recordEvents } from '../history/events';
import { recordGaps } from '../history/gaps';
import { watchQuery } from '../live';
import { readFeed } from './feed';

it.each([0, 1, 25])('reports a gap at once when it ends, with %i events', async (count) => {
  const db = freshDatabase();
  if (count > 0) {
    await recordEvents(
      db,
      Array.from({ length: count }, (_, minute) => aSub({ created_at: START + minute * MINUTE })),
    );
  }
  const ends: number[][] = [];
  const stop = watchQuery(
    () => readFeed(db, { streamerIds: ['100'], filterOf: () => DEFAULT_FILTER, limit: 10 }),
    ({ gaps }) => void ends.push(gaps.map(({ until: end }) => end)),
    () => undefined,
  );
  await until(() => expect(ends.at(-1)).toEqual([]));
  const gap = { streamer_id: '100', reason: 'disconnected' as const, from: START + 60 * MINUTE };
  await recordGaps(db, [{ ...gap, until: gap.from + 2 * MINUTE }]);
  await until(() => expect(ends.at(-1)).toEqual([gap.from + 2 * MINUTE]));
  const later = gap.from + 90 * MINUTE;
  await recordGaps(db, [{ ...gap, from: later, until: later + MINUTE }]);
  await until(() => expect(ends.at(-1)).toEqual([later + MINUTE, gap.from + 2 * MINUTE]));
  await recordGaps(db, [{ ...gap, from: later + MINUTE, until: later + 2 * MINUTE }]);
  await until(() => expect(ends.at(-1)?.[0]).toBe(later + 2 * MINUTE));
  stop();
});
