import { expect, it } from 'vitest';
import { aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { until } from '@/tests/support/until';
import { recordEvents } from './history/events';
import { watchQuery } from './live';

it('reports the result of a query now and after every change, until it is stopped', async () => {
  const db = freshDatabase();
  const counts: number[] = [];
  const stop = watchQuery(
    () => db.events.count(),
    (count) => void counts.push(count),
    () => {},
  );
  await until(() => expect(counts).toEqual([0]));
  await recordEvents(db, [aSub()]);
  await until(() => expect(counts).toEqual([0, 1]));
  stop();
  const after = watchQuery(
    () => db.events.count(),
    (count) => void counts.push(count * 10),
    () => {},
  );
  await recordEvents(db, [aSub()]);
  await until(() => expect(counts.at(-1)).toBe(20));
  after();
  expect(counts).not.toContain(2);
});

it('reports errors', async () => {
  const errors: unknown[] = [];
  const stop = watchQuery(
    async () => {
      throw new Error('closed');
    },
    () => {},
    (error) => void errors.push(error),
  );
  await until(() => expect(errors).toMatchObject([{ message: 'closed' }]));
  stop();
});
