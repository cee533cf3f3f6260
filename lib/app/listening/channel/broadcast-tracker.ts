import { isResumed } from '@/lib/domain/channel/broadcast';
import type { ChannelState } from '@/lib/domain/channel/channel';
import type { EventOf, StreamEvent } from '@/lib/domain/event/event';
import type { LatestReports } from '@/lib/domain/history/broadcast-reports';
import { MINUTE } from '@/lib/time';

type Live = ChannelState['live'];
type Online = EventOf<'stream_online'>;
type End = EventOf<'stream_offline'>;

/** A broadcast that another one followed, although its end has not arrived. */
type Unended = NonNullable<Live> & { nextStartedAt: number };

/** Twitch may need minutes to report an end: https://github.com/twitchdev/issues/issues/558 */
const LATE_END_MS = 5 * MINUTE;

/**
 * Decides which broadcast is live. The reports of Twitch arrive in any order, and several times for
 * one broadcast if the encoder loses its connection.
 */
export interface BroadcastTracker {
  /** The latest known end, or `null`. */
  readonly lastEnd: End | null;
  /** Returns the broadcast that an end without an id ends; `null` if that is unknown. */
  endedAt(time: number, live: Live): Live;
  /** Adds to an end when its broadcast began. An end is no later than the next beginning. */
  complete(event: StreamEvent, live: Live): StreamEvent;
  /** Returns the change by a report of Twitch; none if something newer is known already. */
  apply(event: Online | End, live: Live): Pick<ChannelState, 'live'> | Record<string, never>;
  /** Called when backfill has found these events and this broadcast. */
  applyBackfill(events: readonly StreamEvent[]): void;
}

/** Creates the tracker. `stored` are the latest reports in the log. */
export function createBroadcastTracker(stored: LatestReports): BroadcastTracker {
  let { online: latestOnline, end: lastEnd } = stored;
  let unended: Unended | null = null;

  /** Returns true if the broadcast was live after this time, in milliseconds since 1970. */
  function isOlder(time: number, streamId: string | null): boolean {
    return latestOnline !== null && latestOnline.streamId === streamId && time < latestOnline.at;
  }

  function applyOnline(online: Online, live: Live) {
    if (isOutdated(online, live, lastEnd)) return {};
    const { streamId, startedAt } = online.detail;
    const isNext = live !== null && live.streamId !== streamId;
    if (isNext) unended = { ...live, nextStartedAt: startedAt };
    if (!isOlder(online.created_at, streamId)) latestOnline = { streamId, at: online.created_at };
    return { live: { streamId, startedAt } };
  }

  function applyEnd(end: End, live: Live) {
    const { streamId } = end.detail;
    if (unended?.streamId === streamId) unended = null;
    // A broadcast without an id cannot be told apart from the one that has ended.
    const endsOther = live !== null && live.streamId !== '' && live.streamId !== streamId;
    if (endsOther || isOlder(end.created_at, streamId)) return {};
    lastEnd = later(end, lastEnd);
    return { live: null };
  }

  return {
    get lastEnd() {
      return lastEnd;
    },
    endedAt: (time, live) => {
      if (live === null) return null;
      const mayBeLate = time - live.startedAt < (unended === null ? 0 : LATE_END_MS);
      return mayBeLate ? unended : live;
    },
    complete: (event, live) => complete(event, live, unended),
    apply: (event, live) =>
      event.event_type === 'stream_online' ? applyOnline(event, live) : applyEnd(event, live),
    applyBackfill: (events) => {
      for (const event of events) {
        if (event.event_type !== 'stream_offline') continue;
        if (event.detail.streamId === unended?.streamId) unended = null;
        lastEnd = later(event, lastEnd);
      }
    },
  };
}

/** Returns true if something newer is known than this report. */
function isOutdated({ created_at, detail }: Online, live: Live, lastEnd: End | null): boolean {
  const { streamId, startedAt } = detail;
  if (live !== null) return startedAt < live.startedAt;
  if (lastEnd === null) return false;
  if (lastEnd.detail.streamId === streamId) return !isResumed({ created_at }, lastEnd);
  return startedAt < (lastEnd.detail.startedAt ?? startedAt);
}

function later(end: End, other: End | null): End {
  return other !== null && other.created_at > end.created_at ? other : end;
}

function complete(event: StreamEvent, live: Live, unended: Unended | null): StreamEvent {
  if (event.event_type !== 'stream_offline') return event;
  const { detail, created_at } = event;
  if (unended !== null && unended.streamId === detail.streamId) {
    const { startedAt, nextStartedAt } = unended;
    const endedAt = Math.min(created_at, nextStartedAt);
    return { ...event, created_at: endedAt, detail: { ...detail, startedAt } };
  }
  // An empty id is none.
  if (live === null || (live.streamId || null) !== detail.streamId) return event;
  return { ...event, detail: { ...detail, startedAt: live.startedAt } };
}
