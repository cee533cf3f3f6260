import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { useMarkSeen } from '@/components/hooks/use-mark-seen';
import type { LiveRows } from '@/lib/domain/view/live-rows';
import { type UnseenDivider, unseenDivider } from '@/lib/domain/view/unseen-divider';
import type { send } from '@/lib/messaging/client';
import { useLowestVisible } from './use-lowest-visible';
import { useSeenBefore } from './use-seen-before';

/** What a list knows about what the user sees. */
export interface SeenOptions {
  /** The streamer of the list; `null` for the list over everybody. */
  streamerId: string | null;
  /** The number of rows that the user has not seen, also of those that are not loaded. */
  unseen: number;
  /** True while the user can see the list. */
  isShown: boolean;
  /** False while what is on screen does not count as seen. */
  isMarking?: boolean | undefined;
  send: typeof send;
}

/**
 * Marks the rows that were on screen as seen. Returns the line between what was new when the list came
 * on screen and what was not; `null` if nothing was.
 */
export function useSeen(
  scroller: RefObject<HTMLElement | null>,
  list: LiveRows,
  { streamerId, unseen, isShown, isMarking = true, send }: SeenOptions,
): UnseenDivider | null {
  const before = useSeenBefore(isShown, { newestSeq: list.newestSeq, unseen });
  const lowest = useLowestVisible(scroller, list.rows, isShown);
  const isAll = !list.hasOlder && lowest === list.rows.length - 1;
  const downTo = isAll ? undefined : list.rows[lowest]?.id;
  const isSeen = isShown && isMarking && before !== undefined && (isAll || lowest >= 0);
  useMarkSeen(isSeen ? { newestSeq: list.newestSeq, downTo, streamerId } : null, send);
  return useMemo(() => (before ? unseenDivider(list, before) : null), [list, before]);
}
