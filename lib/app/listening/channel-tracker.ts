import type { ChannelState } from '@/lib/domain/channel/channel';
import { changedParts } from '@/lib/domain/channel/channel-info';
import type { StreamEvent } from '@/lib/domain/event/event';
import { MINUTE } from '@/lib/time';
import type { BackfillResult } from '../backfill/backfilled-event';
import { channelChangeOf } from './channel-change';
import { createVodLookup, type VodLookupOptions } from './vod-lookup';

/** How a channel stands, as far as is known. */
export interface ChannelTracker {
  readonly state: ChannelState;
  /** Whether it was known before the last pause: else there is nothing to compare answers with. */
  readonly isKnown: boolean;
  /** Takes in what an event changes; `false` where it was found before, and told already. */
  hear(event: StreamEvent): boolean;
  /** Takes in what Helix says. */
  find(finding: BackfillResult): void;
  /** Whether a part was heard of since the last pause, and so is known better than Helix knows it. */
  hasHeard(part: keyof ChannelState): boolean;
  /** Nothing is heard for a while. */
  pause(): void;
  /** Nothing changes any more. */
  stop(): void;
}

/** Messages bear Twitch's time and findings that of this computer. */
const CLOCKS_DIFFER_MS = MINUTE;

/** What watching a channel needs, and whom it tells. */
export interface ChannelTrackerOptions extends Omit<VodLookupOptions, 'found'> {
  known: ChannelState;
  changed(state: ChannelState, change: Partial<ChannelState>): void;
}

/** Watches the channel of a streamer, beginning with what was last known of it. */
export function trackChannel(options: ChannelTrackerOptions): ChannelTracker {
  const { live, text, recordingUrl } = options.known;
  let state: ChannelState = { live, text, recordingUrl };
  let foundTextAt = Number.NEGATIVE_INFINITY;
  let isKnown = text !== null;
  let isStopped = false;
  const heard = new Set<string>();
  const recording = createVodLookup({
    ...options,
    found: (url) => {
      if (url !== state.recordingUrl) take({ recordingUrl: url });
    },
  });

  function take(news: Partial<ChannelState>): void {
    state = { ...state, ...news };
    options.changed(state, news);
  }

  function change(news: Partial<ChannelState>): void {
    if (isStopped || Object.keys(news).length === 0) return;
    const wasOnAir = state.live !== null;
    if (news.live === undefined) return take(news);
    if (news.live === null) {
      take(news);
      return recording.offAir(wasOnAir);
    }
    recording.stop();
    take({ ...news, recordingUrl: null });
  }

  /** A message may be on its way while Helix already tells what it says. */
  function wasFound(event: StreamEvent): boolean {
    if (event.event_type !== 'channel_update' || heard.has('text')) return false;
    if (event.created_at > foundTextAt + CLOCKS_DIFFER_MS) return false;
    return state.text !== null && changedParts(state.text, event.detail.after).size === 0;
  }

  return {
    get state() {
      return state;
    },
    get isKnown() {
      return isKnown;
    },
    hear: (event) => {
      const isTold = wasFound(event);
      const news = channelChangeOf(event);
      for (const part of Object.keys(news)) heard.add(part);
      change(news);
      return !isTold;
    },
    find: ({ events, state: news }) => {
      const update = events.find(({ event_type }) => event_type === 'channel_update');
      if (update?.found_at !== undefined) foundTextAt = update.found_at;
      change(news);
    },
    hasHeard: (part) => heard.has(part),
    pause: () => {
      isKnown = state.text !== null;
      heard.clear();
    },
    stop: () => {
      isStopped = true;
      recording.stop();
    },
  };
}
