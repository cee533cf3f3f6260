import { useEffect, useState } from 'preact/hooks';
import { AWAY_ROWS, type Away } from '@/lib/domain/view/away';

/** A list that comes on screen. */
interface ShownList {
  /** Tells the lists apart: the id of the streamer, or `null` for the list over everybody. */
  streamerId: string | null;
  /** True while the user can see the list. */
  isShown: boolean;
  /** Number of unseen rows. */
  unseen: number;
  /** Sums up what was missed; `null` if that is not worth it. */
  read: () => Promise<Away | null>;
}

/** What was missed, and if the list may be marked as seen. */
interface AwayState {
  /** `null` if there is nothing to show. */
  away: Away | null;
  /** True while nothing may be marked as seen: opening a screen does not dismiss what was missed. */
  isPaused: boolean;
  /** Called when the user has dismissed it. */
  dismiss: () => void;
}

/** One time that a list is on screen. */
interface Look {
  streamerId: string | null;
  state: 'reading' | 'shown' | 'over';
  away: Away | null;
}

/** Before a list is on screen. */
const NONE = null;

/**
 * Sums up once, whenever a list comes on screen, what the user has missed. Nothing is read if there is
 * little new, as in most cases.
 */
export function useAway({ streamerId, isShown, unseen, read }: ShownList): AwayState {
  const [stored, setLook] = useState<Look | null>(NONE);
  const look = lookAfter(stored, { streamerId, isShown, unseen });
  // Decided while rendering: an effect would run after the one that marks the list as seen.
  if (look !== stored) setLook(look);
  const isReading = look?.state === 'reading';
  /* oxlint-disable react-hooks/exhaustive-deps -- the first function of each look reads */
  useEffect(() => {
    if (!isReading) return undefined;
    let isOutdated = false;
    const show = (away: Away | null) => {
      if (!isOutdated) setLook({ streamerId, state: away === null ? 'over' : 'shown', away });
    };
    read().then(show, () => show(null));
    return () => {
      isOutdated = true;
    };
  }, [isReading, streamerId]);
  /* oxlint-enable react-hooks/exhaustive-deps */
  return {
    away: look?.state === 'shown' ? look.away : null,
    isPaused: look !== null && look.state !== 'over',
    dismiss: () => setLook({ streamerId, state: 'over', away: null }),
  };
}

function lookAfter(
  stored: Look | null,
  { streamerId, isShown, unseen }: Omit<ShownList, 'read'>,
): Look | null {
  const look = stored?.streamerId === streamerId ? stored : NONE;
  // What is shown stays while the user looks at another tab for a moment.
  if (!isShown) return look?.state === 'shown' ? look : NONE;
  if (look === NONE) {
    return { streamerId, state: unseen >= AWAY_ROWS ? 'reading' : 'over', away: null };
  }
  // Everything was marked as seen on another screen.
  if (look.state === 'shown' && unseen === 0) return { streamerId, state: 'over', away: null };
  return look;
}
