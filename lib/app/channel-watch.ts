import type { ChannelState } from '@/lib/domain/channel';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/api';
import { readChannelState } from './read-channel-state';
import { createRecordingFinder } from './recording-finder';

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
  api: Pick<TwitchApi, 'stream' | 'channelText' | 'recordings'>;
  clock: Clock;
  log: Log;
  changed(state: ChannelState, change: Partial<ChannelState>): void;
}): ChannelWatch {
  const { streamerId, known, api, clock, changed } = options;
  const { live, text, recordingUrl } = known;
  let state: ChannelState = { live, text, recordingUrl };
  let isStopped = false;
  const recording = createRecordingFinder({
    ...options,
    found: (url) => {
      if (url !== state.recordingUrl) take({ recordingUrl: url });
    },
  });

  function take(news: Partial<ChannelState>): void {
    state = { ...state, ...news };
    changed(state, news);
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
      recording.stop();
    },
  };
}
