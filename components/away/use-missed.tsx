import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { send } from '@/lib/messaging/client';
import { AwayCard } from './AwayCard';
import { useAway } from './use-away';

interface MissedOptions {
  /** `null` for the list over everybody. */
  streamerId: string | null;
  /** True while the user can see the list. */
  isShown: boolean;
  /** Number of unseen rows, on screen or not. */
  unseen: number;
  send: typeof send;
  /** Returns true if an event comes from the user, and not from a script of the page. */
  isTrusted?: (event: Event) => boolean;
}

/** What stands above a list, and if the list may be marked as seen. */
interface Missed {
  top: ComponentChildren;
  /** True while nothing may be marked as seen. */
  isPaused: boolean;
  /** The time of the oldest row that the user has asked for; `null` without such a wish. */
  allSince: number | null;
}

/** Returns what the user has missed of a list, to show above it. */
export function useMissed({ send: sendCommand, isTrusted, ...list }: MissedOptions): Missed {
  const of = list.streamerId === null ? {} : { streamerId: list.streamerId };
  const { away, isPaused, dismiss } = useAway({
    ...list,
    read: async () => {
      const reply = await sendCommand('feed/away', of);
      return reply.ok ? reply.value : null;
    },
  });
  const [wish, setWish] = useState<{ since: number; streamerId: string | null }>();
  const top = (
    <AwayCard
      key={list.streamerId}
      away={away}
      dismiss={(event) => {
        if (isTrusted?.(event) === false) return false;
        if (away !== null) void sendCommand('feed/seen', { upTo: away.newestSeq, ...of });
        dismiss();
        return true;
      }}
      onShowAll={() => away !== null && setWish({ ...list, since: away.since })}
    />
  );
  const isOfList = wish?.streamerId === list.streamerId;
  return { top, isPaused, allSince: isOfList ? (wish?.since ?? null) : null };
}
