import type { ReceivedType, Receiving } from '@/lib/domain/access/subscription-report';
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

/**
 * Notes what became of one type. Where it stands there twice, as `channel.raid` does, the one that
 * was not asked for stays as it is.
 */
export async function updateType(
  db: Database,
  type: string,
  change: Pick<ReceivedType, 'state' | 'since' | 'reason'>,
): Promise<void> {
  await db.receiving
    .where('id')
    .equals(KEY)
    .modify((record) => {
      record.types = record.types.map((one) =>
        one.type === type && one.taken.length > 0 ? { ...one, ...change } : one,
      );
    });
}
