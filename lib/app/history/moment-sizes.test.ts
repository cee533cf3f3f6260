import { describe, expect, it, vi } from 'vitest';
import { channelOf, storeStreamer } from '@/lib/db/channels';
import { recordEvents } from '@/lib/db/history/events';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import { DAY, HOUR } from '@/lib/time';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { aBomb, aCheer, anEvent } from '@/tests/support/builders/events';
import { countReads } from '@/tests/support/database/counted-reads';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createMomentSizesJob } from './moment-sizes';

const OTHER = { ...DEMO_STREAMER, id: '101', login: 'other_streamer' };

async function createJob({ isByChannel = true } = {}) {
  const db = freshDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const changed = vi.fn<(ids: readonly string[]) => void>();
  const ids = [DEMO_STREAMER.id];
  const job = createMomentSizesJob({
    db,
    streamerIds: () => ids,
    readMoments: async () => ({ ...DEFAULT_MOMENTS, isByChannel }),
    changed,
    clock,
    log,
  });
  await storeStreamer(db, DEMO_STREAMER);
  const cheers = async (
    count: number,
    fields: { streamer_id?: string; created_at?: number } = {},
  ) =>
    await recordEvents(
      db,
      Array.from({ length: count }, (_, index) =>
        aCheer({ created_at: START - HOUR + index, ...fields }, index + 1),
      ),
    );
  const sizes = async () => (await channelOf(db, DEMO_STREAMER.id))?.moment_sizes;
  return { db, clock, log, changed, ids, job, cheers, sizes };
}

describe('the sizes of the moments of a channel', () => {
  it('are those of its own largest events of 30 days, where there are enough', async () => {
    const { db, job, cheers, sizes, changed } = await createJob();
    await cheers(100);
    await cheers(100, { streamer_id: OTHER.id });
    const old = { created_at: START - 31 * DAY };
    await recordEvents(
      db,
      Array.from({ length: 60 }, (_, index) => aBomb(`b${index}`, 100 + index, old)),
    );
    await recordEvents(
      db,
      Array.from({ length: 60 }, (_, index) =>
        anEvent('raid_in', { viewers: 10 * (index + 1) }, { created_at: START - DAY + index }),
      ),
    );
    await job.refreshNext();
    expect(await sizes()).toEqual({ bits: 99, viewers: 600 });
    expect(changed.mock.calls).toEqual([[[DEMO_STREAMER.id]]]);
  });

  it('are found out once a day, one streamer after the other', async () => {
    const { db, clock, ids, job, cheers, sizes, changed } = await createJob();
    await storeStreamer(db, OTHER);
    ids.push(OTHER.id);
    await job.refreshNext();
    expect(await sizes()).toEqual({});
    await cheers(60);
    await job.refreshNext();
    expect(await channelOf(db, OTHER.id)).toHaveProperty('moment_sizes_at');
    await job.refreshNext();
    expect(await sizes()).toEqual({});
    expect(changed).not.toHaveBeenCalled();
    await clock.advance(DAY);
    await job.refreshNext();
    expect(await sizes()).toEqual({ bits: 60 });
  });

  it('are left alone unless the user wants them', async () => {
    const { db, job, cheers, sizes } = await createJob({ isByChannel: false });
    await cheers(60);
    await job.refreshNext();
    expect(await sizes()).toBeUndefined();
    expect(await channelOf(db, DEMO_STREAMER.id)).not.toHaveProperty('moment_sizes_at');
  });

  it('cost at most 2000 events of a kind', async () => {
    const { job, cheers, sizes } = await createJob();
    await cheers(2100);
    const count = countReads();
    await job.refreshNext();
    expect(count.reads).toBeLessThan(2050);
    expect(await sizes()).toEqual({ bits: 2061 });
  });

  it('are left for the next time if the database cannot be read', async () => {
    const { db, log, job } = await createJob();
    db.close();
    await job.refreshNext();
    expect(log.warnings).toHaveLength(1);
  });
});
