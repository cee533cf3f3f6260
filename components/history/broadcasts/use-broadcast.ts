import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useNow } from '@/components/ui/hooks/use-now';
import { readHearing } from '@/lib/db/broadcasts/broadcast-times';
import { readSlots } from '@/lib/db/broadcasts/slots';
import { readTitles } from '@/lib/db/broadcasts/titles';
import type { Database } from '@/lib/db/database';
import { firstRecording, type Recording } from '@/lib/domain/channel/recording';
import { type BroadcastTimes, broadcastTimes } from '@/lib/domain/history/broadcast-times';
import type { Broadcast } from '@/lib/domain/history/broadcasts';
import type { Slot } from '@/lib/domain/history/slots';

/** What is known of one broadcast. A field is absent until it is read. */
export type KnownBroadcast = ReturnType<typeof useBroadcast>;

const NO_RECORDINGS: readonly Recording[] = [];

/** Reads everything about a broadcast, and again when it changes. */
export function useBroadcast(db: Database, broadcast: Broadcast) {
  const { streamerId, from, until, nextFrom } = broadcast;
  const now = useNow();
  const hearing = useLiveQuery(
    () => readHearing(db, broadcast),
    [db, streamerId, from, until, nextFrom],
  );
  const times =
    hearing.value === undefined ? undefined : broadcastTimes(broadcast, hearing.value, now);
  const span = times && { from, until: endOf(times) };
  const slots = useLiveQuery<Slot[] | undefined>(
    async () => span && (await readSlots(db, streamerId, span)),
    [db, streamerId, from, span?.until],
  );
  const titles = useLiveQuery<string[] | undefined>(
    async () => span && (await readTitles(db, streamerId, span)),
    [db, streamerId, from, span?.until],
  );
  const recordings = useLiveQuery(
    async () => (await db.channels.get(streamerId))?.recordings ?? [],
    [db, streamerId],
  );
  return {
    times,
    slots: slots.value,
    titles: titles.value,
    span,
    recordings: recordings.value ?? NO_RECORDINGS,
    recording: span === undefined ? null : firstRecording(recordings.value ?? NO_RECORDINGS, span),
    hasFailed: hearing.hasFailed || slots.hasFailed || titles.hasFailed,
  };
}

/** What goes on may have events that are newer than the last look at the clock. */
function endOf({ state, until }: BroadcastTimes): number {
  return state === 'live' ? Number.POSITIVE_INFINITY : until;
}
