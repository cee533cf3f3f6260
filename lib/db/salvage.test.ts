import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { anAccount } from '@/tests/support/builders/accounts';
import { aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
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
  it('saves every record except the account and the session', async () => {
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

  it('continues with the next table if one cannot be read', async () => {
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

  it('saves untrusted text unchanged, each record on its own line', async () => {
    const db = freshDatabase();
    const texts = Object.values(HOSTILE_TEXTS);
    await recordEvents(
      db,
      texts.map((viewer_name) => aSub({ viewer_name })),
    );
    const saved = (await linesOf(await salvage(db.name))).filter(({ table }) => table === 'events');
    expect(saved.map(({ record }) => record)).toEqual(await db.events.toArray());
  });

  it('reads a database that this build cannot open', async () => {
    const unknown = new Dexie('unknown');
    unknown.version(40).stores({ events: 'name' });
    await unknown.table('events').add({ name: 'still here' });
    unknown.close();
    const lines = await linesOf(await salvage('unknown'));
    expect(lines).toEqual([{ table: 'events', record: { name: 'still here' } }]);
    await Dexie.delete('unknown');
  });

  it('throws if there is no database, and creates none', async () => {
    await expect(salvage('nowhere')).rejects.toThrow('doesnt exist');
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere');
  });
});
