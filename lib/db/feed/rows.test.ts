import { describe, expect, it } from 'vitest';
import { toRow } from '@/lib/domain/row/row';
import { HOUR, MINUTE } from '@/lib/time';
import {
  aBomb,
  aCheer,
  aFollow,
  aGift,
  anUpdate,
  aRecipient,
  aSub,
} from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { recordEvents } from '../history/events';
import { groupFollows } from '../history/group-follows';
import { countRowsAfter } from './count-rows';
import { newestRows } from './rows';

const at = (minutes: number) => ({ created_at: START + minutes * MINUTE });

describe('newestRows', () => {
  it('returns the newest rows first, by time, then by arrival', async () => {
    const db = freshDatabase();
    await recordEvents(db, [
      aSub({ id: 'noon', ...at(5) }),
      aSub({ id: 'late', ...at(1) }),
      aSub({ id: 'same time, first', ...at(9) }),
    ]);
    await recordEvents(db, [aSub({ id: 'same time, second', ...at(9) })]);
    const ids = (await newestRows(db, { streamerIds: ['100'], limit: 10 })).map(({ id }) => id);
    expect(ids).toEqual(['same time, second', 'same time, first', 'noon', 'late']);
  });

  it('returns no more rows than requested', async () => {
    const db = freshDatabase();
    const events = Array.from({ length: 25 }, (_, minute) =>
      aSub({ id: `e${minute}`, ...at(minute) }),
    );
    await recordEvents(db, events);
    const ids = (await newestRows(db, { streamerIds: ['100'], limit: 10 })).map(({ id }) => id);
    expect(ids).toEqual(['e24', 'e23', 'e22', 'e21', 'e20', 'e19', 'e18', 'e17', 'e16', 'e15']);
    expect(await newestRows(db, { streamerIds: ['100'], limit: 0 })).toEqual([]);
    expect(await newestRows(db, { streamerIds: ['100'], limit: 99 })).toHaveLength(25);
  });

  it('returns only rows of the streamer', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub({ streamer_id: '10' }), aSub({ streamer_id: '1000' })]);
    expect(await newestRows(db, { streamerIds: ['100'], limit: 10 })).toEqual([]);
    await recordEvents(db, [aSub({ id: 'own' })]);
    expect((await newestRows(db, { streamerIds: ['100'], limit: 10 })).map(({ id }) => id)).toEqual(
      ['own'],
    );
  });

  it('returns the event without the fields of the log', async () => {
    const db = freshDatabase();
    const cheer = aCheer();
    await recordEvents(db, [cheer]);
    expect(await newestRows(db, { streamerIds: ['100'], limit: 10 })).toEqual([
      toRow({ ...cheer, seq: 1 }, [{ ...cheer, seq: 1 }]),
    ]);
  });
});

describe('a gift bomb among the rows', () => {
  it('is one row, however many gifts it has', async () => {
    const db = freshDatabase();
    const gifts = Array.from({ length: 20 }, (_, number) => aGift('b', number, at(2)));
    await recordEvents(db, [aSub({ id: 'before', ...at(1) }), ...gifts, aBomb('b', 20, at(2))]);
    await recordEvents(db, [aSub({ id: 'after', ...at(3) })]);
    const rows = await newestRows(db, { streamerIds: ['100'], limit: 10 });
    expect(rows.map(({ id }) => id)).toEqual(['after', gifts[0]?.id, 'before']);
    expect(rows[1]?.bomb).toMatchObject({ total: 20 });
    expect(rows[1]?.bomb?.recipients).toHaveLength(20);
  });

  it('keeps the id and place of its first event while it grows', async () => {
    const db = freshDatabase();
    const bomb = async () =>
      (await newestRows(db, { streamerIds: ['100'], limit: 10 })).find((row) => row.bomb !== null);
    await recordEvents(db, [aGift('b', 2, { id: 'first', ...at(2) })]);
    await recordEvents(db, [aSub(at(3))]);
    expect(await bomb()).toMatchObject({
      id: 'first',
      lastSeq: 1,
      event: { event_type: 'gift' },
      bomb: { total: null, recipients: [aRecipient(2)] },
    });
    await recordEvents(db, [aBomb('b', 2, at(4)), aGift('b', 1, at(1))]);
    expect(await bomb()).toMatchObject({
      id: 'first',
      lastSeq: 4,
      event: { event_type: 'community_gift', created_at: START + 2 * MINUTE },
      bomb: { total: 2, recipients: [aRecipient(2), aRecipient(1)] },
    });
    expect(
      (await newestRows(db, { streamerIds: ['100'], limit: 10 })).map((row) => row.bomb !== null),
    ).toEqual([false, true]);
  });
});

describe('countRowsAfter', () => {
  it('counts a seen row again when a follow or a change joins it', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aFollow(0), aFollow(1), aFollow(2), anUpdate(120), anUpdate(150)]);
    await groupFollows(db, START + HOUR);
    expect(
      (await newestRows(db, { streamerIds: ['100'], limit: 10 })).map(
        ({ event }) => event.event_type,
      ),
    ).toEqual(['channel_update', 'follow']);
    expect(
      await countRowsAfter(db, { streamerId: '100', after: 0, limit: 100 }),
      'nothing seen',
    ).toBe(2);
    expect(
      await countRowsAfter(db, { streamerId: '100', after: 1, limit: 100 }),
      'the first follow seen',
    ).toBe(2);
    expect(
      await countRowsAfter(db, { streamerId: '100', after: 3, limit: 100 }),
      'all follows seen',
    ).toBe(1);
    expect(
      await countRowsAfter(db, { streamerId: '100', after: 4, limit: 100 }),
      'the first change seen',
    ).toBe(1);
    expect(await countRowsAfter(db, { streamerId: '100', after: 5, limit: 100 })).toBe(0);
  });

  it('counts rows that began after an event, up to a limit', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub(), aGift('b', 1), aGift('b', 2), aSub(), aSub()]);
    await recordEvents(db, [aSub({ streamer_id: '101' })]);
    expect(await countRowsAfter(db, { streamerId: '100', after: 0, limit: 100 })).toBe(4);
    expect(await countRowsAfter(db, { streamerId: '100', after: 1, limit: 100 })).toBe(3);
    // A seen gift bomb that grows does not count again.
    expect(await countRowsAfter(db, { streamerId: '100', after: 2, limit: 100 })).toBe(2);
    expect(await countRowsAfter(db, { streamerId: '100', after: 5, limit: 100 })).toBe(0);
    expect(await countRowsAfter(db, { streamerId: '100', after: 6, limit: 100 })).toBe(0);
    expect(await countRowsAfter(db, { streamerId: '100', after: 0, limit: 3 })).toBe(3);
  });
});
