import type { ChannelState } from '@/lib/domain/channel/channel';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { ChannelInfo } from '@/lib/domain/event/event';
import type { Credentials } from '../auth/credentials';
import { readFollowedChannels, readFollowedLive, searchChannels } from './channel-lists';
import {
  readChannelInfo,
  readChannelInfos,
  readStream,
  readStreams,
  readViewers,
  type StreamsOfUsers,
} from './channel-state';
import { createHelixClient } from './client';
import {
  createSessionSubscription,
  type ExistingSubscription,
  readSubscription,
  readSubscriptionsOfType,
  type SubscriptionRequest,
} from './eventsub-subscriptions';
import { type Follower, readFollowersSince } from './followers';
import { toHelixError } from './helix-error';
import { readModeratedChannels } from './moderated-channels';
import { type PastPoll, readPastPolls } from './past-polls';
import { type PastPrediction, readPastPredictions } from './past-predictions';
import { readUserById, readUserByLogin, readUsersByIds, type TwitchUser } from './users';
import { readVod, readVods, type Vod, type VodOfUser } from './vods';

/**
 * The Helix calls that this project needs: https://dev.twitch.tv/docs/api/reference/
 * Every call throws a `HelixError` when it fails.
 */
export interface TwitchApi {
  /** Returns `null` if there is no such user. */
  userByLogin(login: string): Promise<TwitchUser | null>;
  /** Returns the users with these ids, as far as there are any. At most a hundred ids. */
  usersByIds(ids: readonly string[]): Promise<TwitchUser[]>;
  /** Returns the user of the token. */
  me(): Promise<TwitchUser | null>;
  /** Returns the live stream of a user, or `null` if the channel is offline. */
  stream(userId: string): Promise<ChannelState['live']>;
  /** Returns the live streams of at most a hundred users, with one request. */
  streams(userIds: readonly string[]): Promise<StreamsOfUsers>;
  /**
   * Returns how many viewers the streams of at most a hundred users have, by user id, with one
   * request. Who is offline is missing.
   */
  viewers(userIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Returns title, category, language and labels, or `null` if there is no such channel. */
  channelInfo(userId: string): Promise<ChannelInfo | null>;
  /**
   * Returns the same of at most a hundred channels by user id, with one request. A channel that does
   * not exist, or that could not be read, is missing.
   */
  channelInfos(userIds: readonly string[]): Promise<ReadonlyMap<string, ChannelInfo>>;
  /** Returns the latest VODs of a user, newest first. */
  vods(userId: string, limit: number): Promise<Vod[]>;
  /** Returns the VOD with an id; `null` if there is none. */
  vod(id: string): Promise<VodOfUser | null>;
  /** Returns the channels that the viewer follows, latest first, at most a thousand. */
  followedChannels(): Promise<Suggestion[]>;
  /** Returns the followed channels that are live, most watched first, at most `limit`. */
  followedLive(limit: number): Promise<Suggestion[]>;
  /** Returns the channels that Twitch finds for a text, in Twitch's order. */
  searchChannels(query: string): Promise<Suggestion[]>;
  /**
   * Returns the users who have followed since a time in milliseconds, newest first, at most a
   * thousand. Only for moderators and the streamer.
   */
  followersSince(streamerId: string, since: number): Promise<Follower[]>;
  /** Returns the latest polls, at most one page. Only for the streamer. */
  polls(streamerId: string): Promise<PastPoll[]>;
  /** Returns the latest predictions, at most one page. Only for the streamer. */
  predictions(streamerId: string): Promise<PastPrediction[]>;
  /** Returns the ids of all channels that the user of the token moderates. */
  moderatedChannels(): Promise<string[]>;
  /** Creates a subscription for a WebSocket session and returns its id. */
  createSubscription(request: SubscriptionRequest, sessionId: string): Promise<string>;
  deleteSubscription(id: string): Promise<void>;
  /** Returns the user's subscription with an id, or `null` if there is none. */
  subscription(id: string): Promise<ExistingSubscription | null>;
  /** Returns all of the user's subscriptions of a type, also those of other sessions. */
  subscriptionsOfType(type: string): Promise<ExistingSubscription[]>;
}

async function guarded<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    throw toHelixError(error);
  }
}

/** Creates the API with the credentials of a viewer. */
export function createTwitchApi(credentials: Credentials): TwitchApi {
  const client = createHelixClient(credentials);
  const { userId } = credentials;
  return {
    userByLogin: (login) => guarded(() => readUserByLogin(client, login)),
    usersByIds: (ids) => guarded(() => readUsersByIds(client, ids)),
    me: () => guarded(() => readUserById(client, userId)),
    stream: (id) => guarded(() => readStream(client, id)),
    streams: (ids) => guarded(() => readStreams(client, ids)),
    viewers: (ids) => guarded(() => readViewers(client, ids)),
    channelInfo: (id) => guarded(() => readChannelInfo(client, id)),
    channelInfos: (ids) => guarded(() => readChannelInfos(client, ids)),
    vods: (id, limit) => guarded(() => readVods(client, id, limit)),
    vod: (id) => guarded(() => readVod(client, id)),
    followedChannels: () => guarded(() => readFollowedChannels(client, userId)),
    followedLive: (limit) => guarded(() => readFollowedLive(client, userId, limit)),
    searchChannels: (query) => guarded(() => searchChannels(client, query)),
    followersSince: (id, since) => guarded(() => readFollowersSince(client, id, since)),
    polls: (id) => guarded(() => readPastPolls(client, id)),
    predictions: (id) => guarded(() => readPastPredictions(client, id)),
    moderatedChannels: () => guarded(() => readModeratedChannels(client, userId)),
    createSubscription: (request, sessionId) =>
      guarded(() => createSessionSubscription(client, userId, request, sessionId)),
    deleteSubscription: (id) => guarded(() => client.eventSub.deleteSubscription(id)),
    subscription: (id) => guarded(() => readSubscription(client, id)),
    subscriptionsOfType: (type) => guarded(() => readSubscriptionsOfType(client, type)),
  };
}
