import type { ChannelState } from '@/lib/domain/channel';
import type { Clock } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/api';
import { readChannelState } from './read-channel-state';

/** How a channel stands, as far as is known. */
export interface ChannelWatch {
  readonly state: ChannelState;
  change(change: Partial<ChannelState>): void;
  /** Asks Helix. Throws a `HelixError`. */
  refresh(): Promise<void>;
  /** Nothing changes any more, also not by an answer that is still to come. */
  stop(): void;
}

/** Watches the channel of a streamer, beginning with what was last known of it. */
export function watchChannel(options: {
  streamerId: string;
  known: ChannelState;
  api: Pick<TwitchApi, 'stream' | 'channelText'>;
  clock: Clock;
  changed(state: ChannelState, change: Partial<ChannelState>): void;
}): ChannelWatch {
  const { streamerId, api, clock, changed } = options;
  let state: ChannelState = { live: options.known.live, text: options.known.text };
  let isStopped = false;

  function change(news: Partial<ChannelState>): void {
    if (isStopped || Object.keys(news).length === 0) return;
    state = { ...state, ...news };
    changed(state, news);
  }

  return {
    get state() {
      return state;
    },
    change,
    refresh: async () => {
      const before = state;
      const answer = await readChannelState(api, streamerId, before, clock.now());
      // An event that came meanwhile is newer than the answer.
      if (state.live !== before.live) delete answer.live;
      if (state.text !== before.text) delete answer.text;
      change(answer);
    },
    stop: () => {
      isStopped = true;
    },
  };
}
