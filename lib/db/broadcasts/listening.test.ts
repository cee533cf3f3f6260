import { expect, it } from 'vitest';
import { broadcastTimes } from '@/lib/domain/history/broadcast-times';
import { listenedShare } from '@/lib/domain/history/listened';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { anEvent } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { recordEvents } from '../history/events';
import { recordGaps } from '../history/gaps';
import { storeAttendance } from '../store-attendance';
import { readHearing } from './broadcast-times';
import { readBroadcasts } from './broadcasts';
import { readListening } from './listening';

const NOW = START + 40 * DAY;
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

it('adds up what is known of each broadcast', async () => {
  for (const seed of SEEDS) {
    const random = createRandom(seed);
    const db = freshDatabase();
    const days = Array.from({ length: 20 }, (_, day) => START + day * DAY);
    const reports = days.flatMap((startedAt, day) => {
      const detail = { streamId: `s${day}`, startedAt };
      const end = anEvent('stream_offline', detail, { created_at: startedAt + 4 * HOUR });
      const start = anEvent('stream_online', detail, { created_at: startedAt });
      return random.chance(0.8) ? [start, end] : [start];
    });
    await recordEvents(db, reports);
    const gaps = days.flatMap((startedAt) => {
      const from = startedAt + random.integer(-300, 300) * MINUTE;
      const times = { from, until: from + random.integer(1, 600) * MINUTE };
      return random.chance(0.5)
        ? [{ streamer_id: '100', reason: 'not_running' as const, ...times }]
        : [];
    });
    await recordGaps(db, gaps);
    const heardAt = random.chance(0.5) ? NOW : START + 18 * DAY;
    await storeAttendance(db, { groups: [{ heard_at: heardAt, streamer_ids: ['100'] }] });
    const query = {
      streamerIds: ['100', '101'],
      from: random.chance(0.5) ? null : START + random.integer(0, 10) * DAY,
      until: random.chance(0.5) ? null : START + random.integer(5, 20) * DAY,
    };
    const { broadcasts } = await readBroadcasts(db, { ...query, limit: 100 });
    const each = await Promise.all(
      broadcasts.map(async (broadcast) =>
        broadcastTimes(broadcast, await readHearing(db, broadcast), NOW),
      ),
    );
    const known = each.flatMap(({ listened }) => listened ?? []);
    const listening = await readListening(db, query, NOW);
    expect(listening, `seed ${seed}`).toEqual({
      broadcasts: broadcasts.length,
      share: listenedShare(known),
    });
  }
}, 60_000);

it('knows nothing of a log that comes from another browser', async () => {
  const db = freshDatabase();
  await recordEvents(db, [anEvent('stream_online', { streamId: 's', startedAt: START })]);
  const query = { streamerIds: ['100'], from: null, until: null };
  expect(await readListening(db, query, NOW)).toEqual({ broadcasts: 0, share: null });
});
