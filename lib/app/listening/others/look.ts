import { type BackfillResult, NO_RESULT } from '@/lib/app/backfill/backfilled-event';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { ChannelInfo } from '@/lib/domain/event/event';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { LookedUpPart } from '@/lib/twitch/eventsub/subscriptions/plan-state';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { StreamsOfUsers } from '@/lib/twitch/helix/channel-state';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { type EarlierLooks, type LookedUpChannel, lookAtStream, lookAtText } from './look-changes';

/** A streamer whose channel has to be looked up, because no subscription reports its state. */
export interface OtherChannel {
  /** With the latest known name. */
  streamer: Streamer;
  /** The same object as long as the extension listens to the streamer. */
  channel: LookedUpChannel;
  /** The parts without a subscription. */
  parts: ReadonlySet<LookedUpPart>;
}

/** Options of {@link createLook}. */
export interface LookOptions {
  api: Pick<TwitchApi, 'streams' | 'channelInfos'>;
  clock: Pick<Clock, 'now'>;
  log: Log;
  /** Returns the streamers at this time, at most a hundred. */
  streamers(): readonly OtherChannel[];
  /** Called with what has changed. The channel has to know it before the next look. */
  found(streamerId: string, result: BackfillResult): void;
  /** Called when Helix refuses the token, so that it has to be validated. */
  unauthorized(): void;
}

/** What Helix returned; `null` for a request that failed. */
interface Answer {
  streams: StreamsOfUsers | null;
  infos: ReadonlyMap<string, ChannelInfo> | null;
}

/** A streamer at the time of the request, with the known state of the channel. */
interface Asked extends OtherChannel {
  before: Pick<LookedUpChannel['state'], 'live' | 'text'> & Pick<LookedUpChannel, 'lastEnd'>;
}

/**
 * Returns a function that asks Helix about all channels at once, and reports what has changed. It
 * never throws. Once the signal is aborted, it calls nothing.
 */
export function createLook(options: LookOptions): (signal: AbortSignal) => Promise<void> {
  const { streamers, found } = options;
  const compare = createComparison(options);
  return async (signal) => {
    const asked = streamers().map(withKnownState);
    const answer = await ask(asked, options, signal);
    if (signal.aborted) return;
    const current = new Map(streamers().map((other) => [other.channel, other]));
    for (const before of asked) {
      const other = current.get(before.channel);
      const result = other === undefined ? NO_RESULT : compare(other, before, answer);
      if (Object.keys(result.state).length > 0) found(before.streamer.id, result);
    }
  };
}

function withKnownState(other: OtherChannel): Asked {
  const { state, lastEnd } = other.channel;
  return { ...other, before: { live: state.live, text: state.text, lastEnd } };
}

/** Sends at most one request for each part. If one fails, the other one counts all the same. */
async function ask(
  asked: readonly OtherChannel[],
  { api, log, unauthorized }: LookOptions,
  signal: AbortSignal,
): Promise<Answer> {
  let isUnauthorized = false;

  async function request<Value>(
    name: string,
    part: LookedUpPart,
    call: (ids: string[]) => Promise<Value>,
  ): Promise<Value | null> {
    const ids = asked.filter(({ parts }) => parts.has(part)).map(({ streamer }) => streamer.id);
    if (ids.length === 0) return null;
    try {
      return await call(ids);
    } catch (error) {
      if (!signal.aborted) log.warn(`${name} of the other streamers could not be looked up`, error);
      if (error instanceof HelixError && error.status === 401) isUnauthorized = true;
      return null;
    }
  }

  const [streams, infos] = await Promise.all([
    request('the streams', 'live', (ids) => api.streams(ids)),
    request('the titles', 'text', (ids) => api.channelInfos(ids)),
  ]);
  if (isUnauthorized && !signal.aborted) unauthorized();
  return { streams, infos };
}

/** Returns a function that compares an answer with the channel. It remembers earlier answers. */
function createComparison({ clock }: Pick<LookOptions, 'clock'>) {
  const earlierLooks = new WeakMap<LookedUpChannel, EarlierLooks>();

  function compareStream({ streamer, channel }: OtherChannel, streams: StreamsOfUsers) {
    if (streams.unreadable.has(streamer.id)) return NO_RESULT;
    const { result, looks } = lookAtStream({
      streamer,
      channel,
      earlier: earlierLooks.get(channel) ?? null,
      reported: streams.live.get(streamer.id) ?? null,
      now: clock.now(),
    });
    earlierLooks.set(channel, looks);
    return result;
  }

  return (other: OtherChannel, asked: Asked, { streams, infos }: Answer): BackfillResult => {
    const { streamer, channel } = other;
    const parts = comparableParts(other, asked);
    const info = infos?.get(streamer.id);
    const results = [
      streams !== null && parts.has('live') ? compareStream(other, streams) : NO_RESULT,
      info !== undefined && parts.has('text')
        ? lookAtText(streamer, channel, info, clock.now())
        : NO_RESULT,
    ];
    return {
      events: results.flatMap(({ events }) => events),
      state: Object.assign({}, ...results.map(({ state }) => state)),
    };
  };
}

/**
 * Returns the parts that were asked for and that nothing has changed since. An event that arrives
 * meanwhile is newer than the answer, and replaces the part that it changes.
 */
function comparableParts(
  { channel: { state, lastEnd }, parts }: OtherChannel,
  { parts: asked, before }: Asked,
): ReadonlySet<LookedUpPart> {
  const comparable = parts.intersection(asked);
  if (state.live !== before.live || lastEnd !== before.lastEnd) comparable.delete('live');
  if (state.text !== before.text) comparable.delete('text');
  return comparable;
}
