import type { Database } from '../database';
import { newestSeq } from '../history/newest-seq';
import { indexedUpTo } from './index-tables';

/** How far the index is behind the events. */
export interface IndexProgress {
  /** About how many events the index does not contain yet; 0 if it contains all. */
  behind: number;
  /** About which part of the events it contains, from 0 to 1. */
  done: number;
}

/** Reads how far the index has come. Works in a live query. */
export async function readIndexProgress(db: Database): Promise<IndexProgress> {
  const [newest, upTo, oldest] = await Promise.all([
    newestSeq(db),
    indexedUpTo(db),
    db.events.orderBy('seq').first(),
  ]);
  const first = (oldest?.seq ?? 1) - 1;
  const behind = Math.max(0, newest - Math.max(upTo, first));
  return { behind, done: behind === 0 ? 1 : 1 - behind / (newest - first) };
}
