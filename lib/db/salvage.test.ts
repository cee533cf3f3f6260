import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { anAccount } from '@/tests/support/accounts';
import { aSub } from '@/tests/support/events';
import { freshDatabase } from '@/tests/support/fresh-database';
import { storeAccount } from './accounts';
import { recordEvents } from './events';
import { salvage } from './salvage';
import { openSession } from './session';

async function linesOf(blob: Blob): Promise<{ table: string; record?: unknown }[]> {
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
