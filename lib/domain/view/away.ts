import type { Jump } from '../channel/recording';
import type { Gap } from '../history/gap';
import type { RowView } from './row-view';

/** What is counted of the rows, in the order in which screens show it. */
export const AWAY_COUNTS = [
  'subs',
  /** Subs that were given, each gift of a gift bomb. */
  'gifts',
  /** Bits of cheers and power-ups. */
  'bits',
  'raids',
  'follows',
  'donations',
  'trains',
  /** Everything else. */
  'others',
] as const;

/** One of {@link AWAY_COUNTS}. */
export type AwayCount = (typeof AWAY_COUNTS)[number];

/** What has happened since the user last saw a list. */
export interface Away {
  /** Time of the oldest row that is new, in milliseconds since 1970. */
  since: number;
  /** Number of new rows. */
  rows: number;
  /** True if there are more rows, which are not counted. */
  hasMore: boolean;
  /** How many of what there are, without those of which there are none. */
  counts: Partial<Record<AwayCount, number>>;
  /** The rows that stand out most, the greatest first. */
  biggest: RowView[];
  /** The times in which nobody listened, newest first. */
  gaps: Gap[];
  /** The start of the recording of the broadcast; `null` if there is none. */
  start: Jump | null;
  /** Arrival number of the newest event in the log. */
  newestSeq: number;
}

/** The least number of new rows that are summed up. */
export const AWAY_ROWS = 5;
/** At most so many rows are summed up. */
export const MAX_AWAY_ROWS = 1000;
