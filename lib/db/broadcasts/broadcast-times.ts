import type { Hearing } from '@/lib/domain/history/broadcast-times';
import type { Broadcast } from '@/lib/domain/history/broadcasts';
import { heardUntil } from '../attendance';
import type { Database } from '../database';
import { gapsDuring } from '../history/gaps-during';
import { loggedSince } from './broadcasts';

/** Reads when the extension listened during a broadcast. Works in a live query. */
export async function readHearing(
  db: Database,
  { streamerId, from, until, nextFrom }: Broadcast,
): Promise<Hearing> {
  const span = { from, until: until ?? nextFrom ?? Number.POSITIVE_INFINITY };
  const [gaps, since, heardAt] = await Promise.all([
    gapsDuring(db, streamerId, span),
    loggedSince(db, streamerId),
    heardUntil(db, streamerId),
  ]);
  return { gaps, since, heardAt };
}
