import type { ChannelState } from '@/lib/domain/channel/channel';
import { vodUrl } from '@/lib/domain/channel/channel-url';
import type { Vod } from '@/lib/twitch/helix/vods';
import { endRecording, isSameRecordings, recordingsOf } from './recordings';
import { createVodLookup, type VodLookupOptions } from './vod-lookup';

/** Options of {@link createChannelStore}. */
export interface ChannelStoreOptions extends Omit<VodLookupOptions, 'found' | 'known'> {
  /** The stored state when listening starts. */
  known: ChannelState;
  changed(state: ChannelState, change: Partial<ChannelState>): void;
}

/** The state of a channel, with the recordings that are looked up for it. */
export interface ChannelStore {
  readonly state: ChannelState;
  apply(change: Partial<ChannelState>): void;
  /** Looks up the recordings, if it is time. */
  checkRecordings(): void;
  stop(): void;
}

/** Creates the state of a channel, which has the URL of the latest VOD while it is offline. */
export function createChannelStore(options: ChannelStoreOptions): ChannelStore {
  const { clock, hasReports, changed } = options;
  const { live, text, recordingUrl, recordings, recordingsAt, chat } = options.known;
  let state: ChannelState = {
    live,
    text,
    recordingUrl,
    ...(recordings !== undefined && { recordings }),
    ...(recordingsAt !== undefined && { recordingsAt }),
    ...(chat !== undefined && { chat }),
  };
  let isStopped = false;
  const vodLookup = createVodLookup({
    ...options,
    known: () => state,
    found: (vods) => setState({ ...changeBy(vods, state), recordingsAt: clock.now() }),
  });

  function setState(change: Partial<ChannelState>): void {
    state = { ...state, ...change };
    changed(state, change);
  }

  /** Another broadcast is live, or none. */
  function applyLive(next: ChannelState['live'], rest: Partial<ChannelState>): void {
    const before = state.live;
    const isSame = before !== null && before.streamId === next?.streamId;
    const ended = isSame ? null : endRecording(state.recordings, clock.now());
    const change = { ...rest, live: next, ...(ended !== null && { recordings: ended }) };
    if (next === null) {
      setState(change);
      if (hasReports() || before !== null) vodLookup.channelOffline(before !== null);
      return;
    }
    if (!isSame) vodLookup.stop();
    setState({ ...change, recordingUrl: null });
    if (isSame) vodLookup.check();
    else vodLookup.broadcastFound();
  }

  return {
    get state() {
      return state;
    },
    apply: ({ live: next, ...rest }) => {
      if (isStopped) return;
      if (next !== undefined) applyLive(next, rest);
      else if (Object.keys(rest).length > 0) setState(rest);
    },
    checkRecordings: () => {
      if (!isStopped) vodLookup.check();
    },
    stop: () => {
      isStopped = true;
      vodLookup.stop();
    },
  };
}

/** Returns what the latest VODs change in the state of the channel. */
function changeBy(vods: readonly Vod[], state: ChannelState): Partial<ChannelState> {
  const [latest] = vods;
  const url = latest === undefined || state.live !== null ? null : vodUrl(latest.id);
  const recordings = recordingsOf(vods, state.live);
  return {
    ...(url !== state.recordingUrl && { recordingUrl: url }),
    ...(!isSameRecordings(recordings, state.recordings) && { recordings }),
  };
}
