import type { BackfillResult } from '@/lib/app/backfill/backfilled-event';
import type { KnownChannel } from '@/lib/app/backfill/source';
import { MAX_CLOCK_DIFFERENCE_MS } from '@/lib/domain/channel/broadcast';
import type { ChannelState } from '@/lib/domain/channel/channel';
import { changedParts } from '@/lib/domain/channel/channel-info';
import { restrictionsAfter } from '@/lib/domain/channel/chat-restrictions';
import { isLiveBroadcast } from '@/lib/domain/event/broadcast';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { LatestReports } from '@/lib/domain/history/broadcast-reports';
import { type BroadcastTracker, createBroadcastTracker } from './broadcast-tracker';
import { type ChannelStoreOptions, createChannelStore } from './channel-store';

/** Tracks the state of one channel. */
export interface ChannelTracker extends KnownChannel {
  readonly state: ChannelState;
  /**
   * Applies what an event changes. Returns the event, with what is known about its broadcast, or
   * `null` if a backfill has already reported the same change, so that it must not be recorded.
   */
  applyEvent(event: StreamEvent): StreamEvent | null;
  /**
   * Returns the broadcast that an end without an id ends, by the time of its message (milliseconds
   * since 1970).
   */
  endedAt(time: number): ChannelState['live'];
  applyBackfill(result: BackfillResult): void;
  /** Called when a gap starts. */
  connectionLost(): void;
  /** Looks up the recordings, if it is time. */
  checkRecordings(): void;
  /** Ends the tracking: the state no longer changes. */
  stop(): void;
}

/** Options of {@link createChannelTracker}. */
export interface ChannelTrackerOptions extends ChannelStoreOptions {
  /** The latest reports of broadcasts in the log. */
  reports: LatestReports;
}

/** Creates the tracker of a streamer's channel. */
export function createChannelTracker(options: ChannelTrackerOptions): ChannelTracker {
  const channel = createChannelStore(options);
  const broadcasts = createBroadcastTracker(options.reports);
  let backfilledTextAt = Number.NEGATIVE_INFINITY;
  let wasKnownBeforeGap = channel.state.text !== null;
  /** Parts of the state that an event has set since the last gap. */
  const receivedParts = new Set<string>();

  /** Helix may already show a change whose notification is still on its way. */
  function isAlreadyBackfilled(event: StreamEvent): boolean {
    if (event.event_type !== 'channel_update' || receivedParts.has('text')) return false;
    if (event.created_at > backfilledTextAt + MAX_CLOCK_DIFFERENCE_MS) return false;
    const { text } = channel.state;
    return text !== null && changedParts(text, event.detail.after).size === 0;
  }

  return {
    get state() {
      return channel.state;
    },
    get lastEnd() {
      return broadcasts.lastEnd;
    },
    get wasKnownBeforeGap() {
      return wasKnownBeforeGap;
    },
    applyEvent: (received) => {
      const event = broadcasts.complete(received, channel.state.live);
      const isNew = !isAlreadyBackfilled(event);
      const chat = restrictionsAfter(event, channel.state.chat);
      const change = {
        ...changeBy(event, broadcasts, channel.state.live),
        ...(chat !== undefined && { chat }),
      };
      for (const part of Object.keys(change)) receivedParts.add(part);
      channel.apply(change);
      return isNew ? event : null;
    },
    endedAt: (time) => broadcasts.endedAt(time, channel.state.live),
    applyBackfill: ({ events, state: change }) => {
      const update = events.find(({ event_type }) => event_type === 'channel_update');
      if (update?.found_at !== undefined) backfilledTextAt = update.found_at;
      broadcasts.applyBackfill(events);
      channel.apply(change);
    },
    hasReceived: (part) => receivedParts.has(part),
    connectionLost: () => {
      wasKnownBeforeGap = channel.state.text !== null;
      receivedParts.clear();
    },
    checkRecordings: channel.checkRecordings,
    stop: channel.stop,
  };
}

/** Returns what an event changes in the state of the channel. */
function changeBy(
  event: StreamEvent,
  broadcasts: BroadcastTracker,
  live: ChannelState['live'],
): Partial<ChannelState> {
  switch (event.event_type) {
    case 'stream_online':
      return isLiveBroadcast(event.detail) ? broadcasts.apply(event, live) : {};
    case 'stream_offline':
      return broadcasts.apply(event, live);
    case 'channel_update':
      return { text: event.detail.after };
    default:
      return {};
  }
}
