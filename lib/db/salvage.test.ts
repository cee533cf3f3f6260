import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { anAccount } from '@/tests/support/accounts';
import { aSub } from '@/tests/support/events';
import { freshDatabase } from '@/tests/support/fresh-database';
import { storeAccount } from './accounts';
import { recordEvents } from './history/events';
import { salvage } from './salvage';
import { openSession } from './session';

async function linesOf(blob: Blob): Promise<{ table: string; record?: unknown; error?: string }[]> {
  return (await blob.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('salvage', () => {
  it('saves every record but the account and the session', async () => {
    const db = freshDatabase();
    await storeAccount(db, anAccount());
    await openSession(db, 'session-1');
    const [stored] = await recordEvents(db, [aSub({ viewer_name: 'a\n"b"' })]);
    const blob = await salvage(db.name);
    const lines = await linesOf(blob);
    expect(lines).toContainEqual({ table: 'events', record: stored });
    expect(new Set(lines.map(({ table }) => table))).toEqual(new Set(['counts', 'events']));
    expect(await blob.text()).not.toContain(anAccount().token);
  });

  it('goes on with the next table where one can be read no further', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub()]);
    const open = IDBObjectStore.prototype.openCursor;
    vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(function (
      this: IDBObjectStore,
      ...query
    ) {
      if (this.name === 'counts') throw new DOMException('a bad sector', 'UnknownError');
      return open.apply(this, query);
    });
    const lines = await linesOf(await salvage(db.name));
    vi.restoreAllMocks();
    expect(lines.map(({ table, error }) => [table, error?.includes('a bad sector')])).toEqual([
      ['counts', true],
      ['events', undefined],
    ]);
  });

  it('saves what people wrote to the letter, each record on a line of its own', async () => {
    const db = freshDatabase();
    const texts = Object.values(HOSTILE_TEXTS);
    await recordEvents(
      db,
      texts.map((viewer_name) => aSub({ viewer_name })),
    );
    const saved = (await linesOf(await salvage(db.name))).filter(({ table }) => table === 'events');
    expect(saved.map(({ record }) => record)).toEqual(await db.events.toArray());
  });

  it('reads a database that this build can not open', async () => {
    const strange = new Dexie('strange');
    strange.version(40).stores({ events: 'name' });
    await strange.table('events').add({ name: 'still here' });
    strange.close();
    const lines = await linesOf(await salvage('strange'));
    expect(lines).toEqual([{ table: 'events', record: { name: 'still here' } }]);
    await Dexie.delete('strange');
  });

  it('throws where there is nothing, and makes nothing either', async () => {
    await expect(salvage('nowhere')).rejects.toThrow('doesnt exist');
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere');
  });
});
