import { type Jump, jumpTo, type Recording } from '../channel/recording';
import type { EventKind } from '../event/event-kind';
import { type FeedRow, rowKind } from '../row/row';
import { describeRow, describeSecondary, userMessageOf } from '../wording/describe';
import type { Message } from '../wording/message';
import { type MomentSizes, type Tone, toneOf, type Weight, weightOf } from './emphasis';
import { DEFAULT_MOMENTS } from './moments';

/**
 * A row as screens show it: described, but in no language yet. It is small and contains only what
 * is on screen, so the panel needs neither the event nor the code that describes it.
 *
 * Rows are stored in the feed. A change of their shape needs a change of `readableFeed` too, which
 * drops the rows that an older version stored.
 */
export interface RowView {
  /** The id of the first event stored for it. */
  id: string;
  streamerId: string;
  kind: EventKind;
  /** Arrival number of its newest event. */
  lastSeq: number;
  /** Arrival number of its newest event that makes it unseen. A gift of a gift bomb does not. */
  newSeq: number;
  /**
   * Time of its latest change, in milliseconds since 1970. Each change increases this or `lastSeq`.
   */
  changedAt: number;
  /** Milliseconds since 1970. */
  createdAt: number;
  message: Message;
  secondary: Message | null;
  /** The text that the viewer wrote; may be empty. */
  userMessage: string;
  /**
   * The known recipients of a gift bomb, or all users who followed; `null` for a user without a
   * name. Only the names, because a gift bomb may have a thousand and changes often.
   */
  people: (string | null)[];
  tone: Tone;
  /** True if it happened in a gap and was backfilled. */
  isFoundLater: boolean;
  weight: Weight;
  /** The id of the user who acted; `null` if Twitch does not name one. */
  viewerId: string | null;
  /** Where the recording of the broadcast shows it; `null` if there is none. */
  jump: Jump | null;
}

/** What a view depends on beside its row. */
export interface ViewContext {
  /** From which sizes on a row is a moment. */
  sizes: MomentSizes;
  /** The recordings of the streamer that are known. */
  recordings: readonly Recording[];
}

/** The context while nothing is chosen and nothing is known. */
export const DEFAULT_CONTEXT: ViewContext = { sizes: DEFAULT_MOMENTS.sizes, recordings: [] };

/** Returns a row as screens show it. */
export function viewOf(
  row: FeedRow,
  { sizes, recordings }: ViewContext = DEFAULT_CONTEXT,
): RowView {
  return {
    id: row.id,
    streamerId: row.event.streamer_id,
    kind: rowKind(row),
    lastSeq: row.lastSeq,
    newSeq: row.newSeq,
    changedAt: row.changedAt,
    createdAt: row.event.created_at,
    message: describeRow(row),
    secondary: describeSecondary(row),
    userMessage: userMessageOf(row),
    people: (row.bomb?.recipients ?? row.followers).map(({ name, login }) => name ?? login),
    tone: toneOf(row),
    isFoundLater: row.event.found_at !== undefined,
    weight: weightOf(row, sizes),
    viewerId: row.event.viewer_id,
    jump: jumpTo(recordings, row.event.created_at),
  };
}
