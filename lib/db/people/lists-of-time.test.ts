import { describe, expect, it } from 'vitest';
import { ALL_TIME } from '@/lib/domain/history/spans';
import { MINUTE } from '@/lib/time';
import { at } from '@/tests/support/builders/event-fields';
import { aCheer, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { recordEvents } from '../history/events';
import { readListsOfTime } from './lists-of-time';

const QUERY = { streamerId: null, rankings: ['bits'] as const, limit: 1, span: ALL_TIME };

describe('the lists of a time', () => {
  it('say how far they are, and have more on request, also of what is in no index yet', async () => {
    const db = freshDatabase();
    const viewers = ['7', '8', '9'].map((id, index) => ({ viewer_id: id, ...at(index) }));
    await recordEvents(db, [...viewers.map((viewer) => aCheer(viewer)), aSub(at(5))]);
    const upTo: number[] = [];
    const progress = (time: number) => void upTo.push(time);
    const { signal } = new AbortController();
    const lists = await readListsOfTime(db, QUERY, { signal, progress });
    expect(upTo).toEqual([START + 5 * MINUTE]);
    expect(lists.people.map((list) => list.length)).toEqual([1]);
    expect(lists.subs).toHaveLength(1);
    const more = await lists.more('bits', 10);
    expect(more.map(({ id }) => id)).toEqual(['9', '8', '7']);
    expect(more[0]?.name).toEqual({ login: 'demo_viewer', name: 'Demo_Viewer' });
  });

  it('are not read to the end once nobody wants them', async () => {
    const reading = { signal: AbortSignal.abort('no more'), progress: () => undefined };
    await expect(readListsOfTime(freshDatabase(), QUERY, reading)).rejects.toBe('no more');
  });
});
