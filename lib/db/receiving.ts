import type { ReceivedType, Receiving } from '@/lib/domain/receiving';
import type { Database } from './database';

const KEY = 'receiving';

/** What is received of the favorite, and what is not; `null` before anything was asked for. */
export async function receiving(db: Database): Promise<Receiving | null> {
  return (await db.receiving.get(KEY)) ?? null;
}

/** Notes what is asked for from now on. */
export async function storeReceiving(db: Database, now: Receiving): Promise<void> {
  await db.receiving.put({ id: KEY, ...now });
}

/** Updates the entry with a subscription key in the report. Changes nothing if there is none. */
export async function updateType(
  db: Database,
  key: string,
  change: Pick<ReceivedType, 'state' | 'since' | 'reason'>,
): Promise<void> {
  await db.receiving
    .where('id')
    .equals(KEY)
    .modify((record) => {
      record.types = record.types.map((entry) =>
        entry.key === key ? { ...entry, ...change } : entry,
      );
    });
}
