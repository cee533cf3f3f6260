import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { SECOND } from '@/lib/time';
import {
  type HypeTrainPhase,
  hypeTrain,
} from '@/tests/simulator/shapes/polls-goals-trains/hype-train.ts';
import { freshDatabase } from '@/tests/support/fresh-database';
import { hear } from '@/tests/support/notification-event';
import { newestRows } from '../feed/rows';
import { countsByStreamer } from './counts';
import { recordEvents } from './events';

const START = Date.UTC(2026, 9, 1, 18);

function news(phase: HypeTrainPhase, second: number, level = 1): StreamEvent {
  const event = hear(`channel.hype_train.${phase}`, hypeTrain(phase, { level }), {
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
  return { rows: await newestRows(db, '100', 10), total: counts?.total };
}

it('keeps one event for a progress, the latest, in the one row of its thing', async () => {
  const { rows, total } = await rowsAfter(
    [news('begin', 0)],
    [news('progress', 5)],
    [news('progress', 9, 3), news('progress', 7, 2)],
  );
  expect(rows).toMatchObject([
    { id: 'begin-0', changedAt: START + 9 * SECOND, event: { detail: { level: 3 } } },
  ]);
  expect(total, 'begin and progress').toBe(2);
});

it('takes a late report for what it is', async () => {
  const { rows } = await rowsAfter([news('progress', 9, 3)], [news('progress', 5, 2)]);
  expect(rows).toMatchObject([{ event: { detail: { level: 3 } } }]);
});

it('keeps id and time of a row that a progress began', async () => {
  const { rows } = await rowsAfter(
    [news('progress', 5)],
    [news('progress', 9, 2), news('begin', 0)],
    [news('end', 20, 4)],
  );
  expect(rows).toMatchObject([
    {
      id: 'progress-5',
      event: { event_type: 'hype_train_end', created_at: START + 5 * SECOND },
    },
  ]);
});
