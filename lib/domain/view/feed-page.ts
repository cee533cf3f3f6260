import type { Gap } from '../history/gap';
import type { RowView } from './row-view';

/** Rows of a list as screens show them, and the gaps among them. */
export interface FeedPage {
  /** Newest first. */
  rows: RowView[];
  /** Newest first; none in the list over everybody, whose gaps are not the same. */
  gaps: Gap[];
  /** Arrival number of the newest event in the log, whether or not the filter shows it. */
  newestSeq: number;
  /** True if there are older rows that pass the filter. */
  hasOlder: boolean;
}
