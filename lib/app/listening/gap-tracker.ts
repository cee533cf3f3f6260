import { noteCaughtUp, noteHeard } from '@/lib/db/channels';
import type { ChannelRecord, Database } from '@/lib/db/database';
import { recordGap } from '@/lib/db/history/gaps';
import type { GapReason } from '@/lib/domain/history/gap';
import type { SerialQueue } from '@/lib/serial-queue';
import { type Clock, MINUTE, SECOND } from '@/lib/time';

/** Options of {@link createGapTracker}. */
export interface GapTrackerOptions {
  db: Database;
  clock: Clock;
  writes: Pick<SerialQueue, 'enqueue'>;
  /** The record of the streamer when listening starts. */
  known: ChannelRecord;
  /**
   * Returns the arrival time of the oldest event that is not yet in the database, in milliseconds
   * since 1970; `null` if all are.
   */
  unwrittenSince(): number | null;
  /**
   * Called each time listening starts. `since` is the start of the oldest gap that is not yet
   * backfilled, in milliseconds since 1970; `null` if there is none.
   */
  startBackfill(since: number | null): void;
  /** Called when a gap has been stored. */
  gapRecorded(): void;
}

/** Records the gaps of one streamer. */
export interface GapTracker {
  /** Called for every frame. `sentAt` is in milliseconds since 1970. */
  frameReceived(sentAt: number): void;
  /** Called when every planned subscription has an answer. Ends the gap. */
  listeningStarted(): void;
  /** Called when the connection is lost or cannot be made. Starts a gap if there is none. */
  connectionLost(): void;
  /** Called when listening ends on purpose. Starts a gap with this reason. */
  stop(reason: GapReason): void;
  /** Called when every gap so far has been backfilled. */
  backfillCompleted(): void;
}

/**
 * An event arrives some moments after the time that Twitch gives it, and Twitch's clock differs
 * from this computer's. So of the last moments before a gap, events may be missing.
 */
export const IN_FLIGHT_MS = 10 * SECOND;
/** A worker that is killed loses at most this much of the time in which it listened. */
const STORE_EVERY_MS = 10 * SECOND;
/**
 * A running worker detects a dead connection within seconds, because keepalives are missing. If it
 * took longer than this, the computer was asleep.
 */
const DETECTED_WITHIN_MS = MINUTE;

/**
 * Creates the gap tracker of one streamer. Every interruption is a gap, however short: Twitch does
 * not send the events of a session that has ended to the next one. A session reconnect is not a
 * gap, because the session continues.
 * See docs/adr/0009-gaps-and-backfill.md
 */
export function createGapTracker(options: GapTrackerOptions): GapTracker {
  const { db, clock, writes, known } = options;
  const streamerId = known.id;
  /** All events until then were received and stored. */
  let completeUntil = known.heard_at ?? null;
  let missedSince = known.missed_since ?? null;
  let gapReason: GapReason = known.paused_for ?? 'not_running';
  let listeningSince = 0;
  let lastFrameAt = 0;
  let storedAt = 0;
  let isListening = false;

  function certainUntil(): number {
    const stored = Math.min(lastFrameAt, options.unwrittenSince() ?? lastFrameAt);
    return Math.max(listeningSince, stored - IN_FLIGHT_MS);
  }

  function storeProgress(stopReason?: GapReason): void {
    if (isListening) completeUntil = certainUntil();
    if (completeUntil === null) return;
    const until = completeUntil;
    storedAt = lastFrameAt;
    writes.enqueue('storing until when events are complete', () =>
      noteHeard(db, streamerId, until, stopReason),
    );
  }

  function storeGap(from: number, until: number): void {
    const gap = { streamer_id: streamerId, from, until, reason: gapReason };
    missedSince ??= Math.min(from, until);
    writes.enqueue('storing a gap', async () => {
      await recordGap(db, gap);
      options.gapRecorded();
    });
  }

  return {
    frameReceived: (sentAt) => {
      if (!isListening) return;
      lastFrameAt = sentAt;
      // If the clock was set back, all earlier times are in the future.
      if (listeningSince - lastFrameAt > IN_FLIGHT_MS) listeningSince = lastFrameAt - IN_FLIGHT_MS;
      if (Math.abs(lastFrameAt - storedAt) >= STORE_EVERY_MS) storeProgress();
    },
    listeningStarted: () => {
      if (isListening) return;
      const from = completeUntil;
      isListening = true;
      listeningSince = clock.now();
      lastFrameAt = listeningSince;
      storedAt = listeningSince;
      if (from === null) storeProgress();
      else storeGap(from, listeningSince);
      options.startBackfill(missedSince);
    },
    connectionLost: () => {
      if (!isListening) return;
      gapReason = clock.now() - lastFrameAt > DETECTED_WITHIN_MS ? 'not_running' : 'disconnected';
      storeProgress();
      isListening = false;
    },
    stop: (reason) => {
      // A restart of the listener is not the reason of a gap that had already started.
      storeProgress(isListening || reason !== 'disconnected' ? reason : gapReason);
      isListening = false;
    },
    backfillCompleted: () => {
      if (missedSince === null) return;
      missedSince = null;
      writes.enqueue('storing that the backfill is complete', () => noteCaughtUp(db, streamerId));
    },
  };
}
