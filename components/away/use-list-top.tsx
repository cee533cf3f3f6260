import type { ComponentChildren } from 'preact';
import type { Database } from '@/lib/db/database';
import { readAway } from '@/lib/db/feed/away';
import type { Filter } from '@/lib/domain/filter/filter';
import type { Away } from '@/lib/domain/view/away';
import type { send } from '@/lib/messaging/client';
import { readSeen } from '@/lib/settings/seen-watermark';
import { systemClock } from '@/lib/time';
import { AwayCard } from './AwayCard';
import { MarkAll } from './MarkAll';
import { useAway } from './use-away';

interface ListTopOptions {
  /** `null` for the list over everybody. */
  streamerId: string | null;
  /** The streamers of the list by their ids, with the filter for the events of each. */
  filters: Readonly<Record<string, Filter>>;
  /** True while the user can see the list. */
  isShown: boolean;
  /** Number of unseen rows, on screen or not. */
  unseen: number;
  /** Arrival number of the newest event; 0 until the list is read. */
  newestSeq: number;
  /** The link to the stream; `null` where there is none. */
  watch: { href: string; title?: string } | null;
  db: Database;
  send: typeof send;
  /** Called after the user has asked for all that was missed. */
  onShowAll?: () => void;
}

/** What stands above a list on a page of the extension, and if the list may be marked as seen. */
interface ListTop {
  top: ComponentChildren;
  /** True while nothing may be marked as seen. */
  isPaused: boolean;
}

/** Returns what the user has missed of a list, and the button that marks all of it as seen. */
export function useListTop(options: ListTopOptions): ListTop {
  const { streamerId, isShown, unseen, newestSeq, send: sendCommand } = options;
  const of = streamerId === null ? {} : { streamerId };
  const { away, isPaused, dismiss } = useAway({
    streamerId,
    isShown,
    unseen,
    read: async () => await missedOf(options),
  });
  const top = (
    <>
      <AwayCard
        away={away}
        watch={options.watch}
        dismiss={() => {
          if (away !== null) void sendCommand('feed/seen', { upTo: away.newestSeq, ...of });
          dismiss();
          return true;
        }}
        onShowAll={options.onShowAll}
      />
      <MarkAll
        hasUnseen={unseen > 0 && !isPaused && newestSeq > 0}
        markAll={() => sendCommand('feed/seen', { upTo: newestSeq, canUndo: true, ...of })}
        undo={() => sendCommand('feed/undoSeen', {})}
      />
    </>
  );
  return { top, isPaused };
}

async function missedOf({ db, filters }: ListTopOptions): Promise<Away | null> {
  const known = new Map(Object.entries(filters));
  const streamerIds = [...known.keys()];
  const [first] = known.values();
  if (first === undefined) return null;
  return await readAway(db, {
    streamerIds,
    filterOf: (id) => known.get(id) ?? first,
    seen: await readSeen(),
    now: systemClock.now(),
  });
}
