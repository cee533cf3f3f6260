import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { EVENT_KINDS, type EventKind } from '@/lib/domain/event/event-kind';
import { kindsOfRowsWith } from '@/lib/domain/row/sharing-kinds';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import { HOUR } from '@/lib/time';
import { anEvent } from '@/tests/support/builders/events';
import { EVERY_DETAIL } from '@/tests/support/builders/every-detail';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { recordEvents } from '../../history/events';
import { readHistory } from '../history-page';
import { filterOfAddress } from './address-filter';

function anyEvent(kind: EventKind, fields: Partial<StreamEvent>): StreamEvent {
  // EVERY_DETAIL loses the relation of kind and details.
  return anEvent(kind, EVERY_DETAIL[kind][0] as never, fields);
}

/** Records an event of each kind alone, and rows that another kind begins, as `beginning>kind`. */
async function everyRow() {
  const db = freshDatabase();
  const fields = (id: string, hour: number) => ({ id, created_at: START + hour * HOUR });
  const alone = EVENT_KINDS.map((kind, index) => anyEvent(kind, fields(kind, index)));
  const pairs = EVENT_KINDS.flatMap((kind) =>
    kindsOfRowsWith(kind)
      .filter((beginning) => beginning !== kind)
      .map((beginning) => [beginning, kind] as const),
  );
  const shared = pairs.flatMap(([beginning, kind], index) => {
    const id = `${beginning}>${kind}`;
    const row = { ...fields(id, EVENT_KINDS.length + index), thread: id };
    return [anyEvent(beginning, row), anyEvent(kind, { ...row, id: `in ${id}` })];
  });
  await recordEvents(db, [...alone, ...shared]);
  return db;
}

it('finds every row with an event of a type, whichever kind begins it, and no others', async () => {
  const db = await everyRow();
  for (const type of EVENT_KINDS) {
    const filter = await filterOfAddress(db, { ...WHOLE_HISTORY, type });
    const page = await readHistory(db, { ...filter, moments: DEFAULT_MOMENTS, limit: 200 });
    const ids = page?.rows.map(({ id }) => id) ?? [];
    const beginnings = kindsOfRowsWith(type).filter((kind) => kind !== type);
    const expected = [
      type,
      ...beginnings.flatMap((kind) => [`${kind}>${type}`, `${type}>${kind}`]),
    ];
    expect(ids).toEqual(expect.arrayContaining(expected));
    const kinds = new Set(ids.flatMap((id) => id.split('>')));
    expect(kinds).toEqual(new Set(kindsOfRowsWith(type)));
  }
});

it('takes the type of an address instead of its kinds', async () => {
  const address = { ...WHOLE_HISTORY, kinds: ['raids'] as const, type: 'sub' as const };
  expect((await filterOfAddress(freshDatabase(), address)).kinds).toEqual(new Set(['sub']));
});
