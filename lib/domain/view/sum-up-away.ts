import type { ChannelState } from '../channel/channel';
import type { Jump } from '../channel/recording';
import type { EventKind } from '../event/event-kind';
import { type FeedRow, rowKind } from '../row/row';
import { AWAY_COUNTS, type Away, type AwayCount } from './away';
import type { MomentSizes } from './emphasis';
import { type RowView, type ViewContext, viewOf } from './row-view';

/** Sums up rows. Apart from `away.ts`, because the panel shows the sum only. */

const BIGGEST = 3;

const COUNT_OF: Partial<Record<EventKind, AwayCount>> = {
  sub: 'subs',
  resub: 'subs',
  gift_upgrade: 'subs',
  prime_upgrade: 'subs',
  gift: 'gifts',
  community_gift: 'gifts',
  cheer: 'bits',
  power_up: 'bits',
  raid_in: 'raids',
  follow: 'follows',
  charity_donation: 'donations',
  hype_train_begin: 'trains',
  hype_train_progress: 'trains',
  hype_train_end: 'trains',
};

/** Returns the number of gifts in a row; 1 where Twitch did not report it. */
function giftsOf({ event, bomb }: FeedRow): number {
  if (bomb !== null) return Math.max(1, bomb.total ?? 0, bomb.recipients.length);
  return event.event_type === 'community_gift' ? Math.max(1, event.detail.total) : 1;
}

function bitsOf({ event }: FeedRow): number {
  return event.event_type === 'cheer' || event.event_type === 'power_up'
    ? (event.detail.bits ?? 0)
    : 0;
}

function amountOf(row: FeedRow, count: AwayCount): number {
  switch (count) {
    case 'gifts':
      return giftsOf(row);
    case 'bits':
      return bitsOf(row);
    case 'follows':
      return Math.max(1, row.followers.length);
    default:
      return 1;
  }
}

/** Returns how many of what rows contain. */
export function countAway(rows: readonly FeedRow[]): Away['counts'] {
  const sums = new Map<AwayCount, number>();
  for (const row of rows) {
    const count = COUNT_OF[rowKind(row)] ?? 'others';
    sums.set(count, (sums.get(count) ?? 0) + amountOf(row, count));
  }
  const some = AWAY_COUNTS.map((count) => [count, sums.get(count) ?? 0] as const);
  return Object.fromEntries(some.filter(([, sum]) => sum > 0));
}

/** The months of a resub that are as much as a moment: five years. */
const MANY_MONTHS = 60;

/** Returns the size of a row in multiples of a moment of its kind; 0 for what has no size. */
function sizeOf(row: FeedRow, sizes: MomentSizes): number {
  const { event } = row;
  if (COUNT_OF[rowKind(row)] === 'gifts') return giftsOf(row) / sizes.gifts;
  if (event.event_type === 'raid_in') return event.detail.viewers / sizes.viewers;
  if (event.event_type === 'resub') return event.detail.cumulativeMonths / MANY_MONTHS;
  return bitsOf(row) / sizes.bits;
}

/** That a broadcast began or ended is no event of a viewer. */
const NEVER_BIG: ReadonlySet<EventKind> = new Set(['stream_online', 'stream_offline']);

const WEIGHTS = ['plain', 'notable', 'moment'] as const;

/** Returns the rows that stand out most, the greatest first: by weight, then by size, then by time. */
export function biggestOf(
  rows: readonly FeedRow[],
  contextOf: (streamerId: string) => ViewContext | undefined,
): RowView[] {
  const measured = rows
    .filter((row) => !NEVER_BIG.has(rowKind(row)))
    .map((row) => {
      const context = contextOf(row.event.streamer_id);
      const view = viewOf(row, context);
      const size = context === undefined ? 0 : sizeOf(row, context.sizes);
      return { view, size, weight: WEIGHTS.indexOf(view.weight) };
    });
  return measured
    .filter(({ size, weight }) => size > 0 || weight > 0)
    .toSorted(
      (a, b) => b.weight - a.weight || b.size - a.size || b.view.createdAt - a.view.createdAt,
    )
    .slice(0, BIGGEST)
    .map(({ view }) => view);
}

/**
 * Returns the start of the recording of the broadcast that a user who was away since a time has
 * missed: of the running one, or else of the latest that had not ended then. `null` if there is none.
 */
export function startOfBroadcast(
  { live, recordings = [] }: Pick<ChannelState, 'live' | 'recordings'>,
  since: number,
): Jump | null {
  const missed = recordings.filter(
    ({ endsAt }) => endsAt === null || endsAt > (live?.startedAt ?? since),
  );
  const [latest] = missed.toSorted((a, b) => b.startedAt - a.startedAt);
  return latest === undefined ? null : { videoId: latest.id, seconds: 0 };
}
