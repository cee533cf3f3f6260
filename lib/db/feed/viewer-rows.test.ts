import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { MINUTE } from '@/lib/time';
import { aBomb, aCheer, aFollow, aGift } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { recordEvents } from '../history/events';
import { groupFollows } from '../history/group-follows';
import { readViewerRows, type ViewerQuery } from './viewer-rows';

const at = (minute: number) => ({ created_at: START + minute * MINUTE });
const by = (id: string) => ({ viewer_id: id, viewer_login: `v${id}`, viewer_name: `V${id}` });

async function logOf(...events: StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  await recordEvents(db, events);
  return db;
}

/** Returns the ids of the rows of viewer 7, page by page. */
async function pagesOf(db: Database, query: Partial<ViewerQuery> = {}): Promise<string[][]> {
  const pages: string[][] = [];
  let before: ViewerQuery['before'];
  for (;;) {
    const page = await readViewerRows(db, {
      viewerId: '7',
      limit: 2,
      ...query,
      ...(before && { before }),
    });
    pages.push(page.rows.map(({ id }) => id));
    if (page.end === null) return pages;
    before = page.end;
  }
}

describe('readViewerRows', () => {
  it('reads only the rows of the viewer, newest first, page by page', async () => {
    const db = await logOf(
      aCheer({ id: 'a', ...by('7'), ...at(1) }),
      aCheer({ id: 'x', ...by('8'), ...at(2) }),
      aCheer({ id: 'b', ...by('7'), ...at(3) }),
      aCheer({ id: 'c', ...by('7'), ...at(3) }),
    );
    expect(await pagesOf(db)).toEqual([['c', 'b'], ['a']]);
  });

  it('reads what happened at one streamer', async () => {
    const db = await logOf(
      aCheer({ id: 'here', ...by('7'), ...at(1) }),
      aCheer({ id: 'there', streamer_id: '101', ...by('7'), ...at(2) }),
    );
    expect(await pagesOf(db)).toEqual([['there', 'here']]);
    expect(await pagesOf(db, { streamerId: '100' })).toEqual([['here']]);
  });

  it('reads past many events at other streamers', async () => {
    const elsewhere = Array.from({ length: 50 }, (_, minute) =>
      aCheer({ id: `there-${minute}`, streamer_id: '101', ...by('7'), ...at(minute + 1) }),
    );
    const db = await logOf(aCheer({ id: 'here', ...by('7'), ...at(0) }), ...elsewhere);
    expect(await pagesOf(db, { streamerId: '100' })).toEqual([['here']]);
  });

  it('reads a gift bomb once', async () => {
    const gifts = [0, 1, 2].map((index) => ({ ...aGift('bomb', index), ...by('7'), ...at(1) }));
    const db = await logOf({ ...aBomb('bomb', 3), ...by('7'), ...at(1) }, ...gifts);
    const [row] = (await readViewerRows(db, { viewerId: '7', limit: 2 })).rows;
    expect(row?.bomb?.recipients).toHaveLength(3);
    expect(await pagesOf(db)).toHaveLength(1);
  });

  it('finds a follow that became part of a run of follows', async () => {
    const db = await logOf(
      aFollow(0, { id: 'first', ...by('8') }),
      aFollow(10, { id: 'second', ...by('7') }),
    );
    await groupFollows(db, START + 10 * MINUTE);
    const { rows } = await readViewerRows(db, { viewerId: '7', limit: 2 });
    expect(rows.map(({ followers }) => followers.length)).toEqual([2]);
  });
});
