import type { Database } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { HistoryAddress } from '@/lib/domain/view/history-address';

/** What each view of the history is given. */
export interface HistoryViewProps {
  db: Database;
  address: HistoryAddress;
  /** Everybody in the list or in the log. */
  streamers: readonly Streamer[];
  go: GoTo;
}

/**
 * Goes on to another view: the address with a change. If it is replacing, the browser's button for
 * going back does not lead to what was shown before.
 */
export type GoTo = (change: Partial<HistoryAddress>, how?: { isReplacing?: boolean }) => void;
