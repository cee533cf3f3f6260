import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { SECOND } from '@/lib/time';
import {
  type HypeTrainPhase,
  hypeTrain,
} from '@/tests/simulator/shapes/polls-goals-trains/hype-train.ts';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { eventOf } from '@/tests/support/running/notification-event';
import { newestRows } from '../feed/rows';
import { countsByStreamer } from './counts';
import { recordEvents } from './events';

const START = Date.UTC(2026, 9, 1, 18);

function report(phase: HypeTrainPhase, second: number, level = 1): StreamEvent {
  const event = eventOf(`channel.hype_train.${phase}`, hypeTrain(phase, { level }), {
    id: `${phase}-${second}`,
    timestamp: new Date(START + second * SECOND).toISOString(),
  });
  if (event === null) throw new Error('A hype train is an event.');
  return event;
}

async function rowsAfter(...batches: StreamEvent[][]) {
  const db = freshDatabase();
  for (const batch of batches) await recordEvents(db, batch);
  const [counts] = await countsByStreamer(db);
  return { rows: await newestRows(db, { streamerIds: ['100'], limit: 10 }), total: counts?.total };
}

it('keeps only the latest progress, in the row of its hype train', async () => {
  const { rows, total } = await rowsAfter(
    [report('begin', 0)],
    [report('progress', 5)],
    [report('progress', 9, 3), report('progress', 7, 2)],
  );
  expect(rows).toMatchObject([
    { id: 'begin-0', changedAt: START + 9 * SECOND, event: { detail: { level: 3 } } },
  ]);
  expect(total, 'begin and progress').toBe(2);
});

it('ignores a late report of an earlier progress', async () => {
  const { rows } = await rowsAfter([report('progress', 9, 3)], [report('progress', 5, 2)]);
  expect(rows).toMatchObject([{ event: { detail: { level: 3 } } }]);
});

it('keeps the id and time of a row that a progress began', async () => {
  const { rows } = await rowsAfter(
    [report('progress', 5)],
    [report('progress', 9, 2), report('begin', 0)],
    [report('end', 20, 4)],
  );
  expect(rows).toMatchObject([
    {
      id: 'progress-5',
      event: { event_type: 'hype_train_end', created_at: START + 5 * SECOND },
    },
  ]);
});

it('counts a progress on its new day when it is replaced after midnight', async () => {
  const db = freshDatabase();
  const untilMidnight = 6 * 3600;
  await recordEvents(db, [report('progress', untilMidnight - 1)]);
  await recordEvents(db, [report('progress', untilMidnight + 1)]);
  const counts = await db.counts.toArray();
  expect(counts.map(({ period, count }) => [period, count])).toEqual([
    ['2026-10-02', 1],
    ['all', 1],
  ]);
});
