import { ApiClient } from '@twurple/api';
import { callTwitchApi, HttpStatusCodeError } from '@twurple/api-call';
import { type DataObject, getRawData } from '@twurple/common';
import * as z from 'zod/mini';
import type { ChannelState } from '@/lib/domain/channel/channel';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { ChannelInfo } from '@/lib/domain/event/event';
import { SECOND } from '@/lib/time';
import { type Credentials, createAuthProvider } from '../auth/auth-provider';
import { findChannels, readFollowedChannels } from './channel-lists';
import {
  createSessionSubscription,
  type ExistingSubscription,
  readSubscriptionsOfType,
  type SubscriptionRequest,
} from './eventsub-subscriptions';
import { type Follower, followersSince } from './followers';
import { HelixError, toHelixError } from './helix-error';
import { type PastPoll, toPastPoll } from './past-polls';
import { type PastPrediction, toPastPrediction } from './past-predictions';
import { toVod, type Vod } from './vods';

declare module '@twurple/api-call' {
  // Twurple leaves it to its users to say which fetch they run on.
  interface TwitchApiCallFetchOptions extends Omit<RequestInit, 'headers' | 'method' | 'body'> {}
}

const TIMEOUT_MS = 10 * SECOND;

/** A Twitch user as Helix tells it. */
export interface TwitchUser {
  id: string;
  login: string;
  /** Display name. */
  name: string;
  avatarUrl: string;
}

/** What this project asks of Helix. Every call throws a `HelixError` when it fails. */
export interface TwitchApi {
  /** `null` when there is no such user. */
  userByLogin(login: string): Promise<TwitchUser | null>;
  /** The user the token belongs to. */
  me(): Promise<TwitchUser | null>;
  /** The stream a user has on the air, or `null`. */
  stream(userId: string): Promise<ChannelState['live']>;
  /** Title, category, language and labels of a channel; `null` when there is no such channel. */
  channelInfo(userId: string): Promise<ChannelInfo | null>;
  /** The latest recordings of a user's broadcasts, newest first; none where they are not kept. */
  vods(userId: string, limit: number): Promise<Vod[]>;
  /** The channels the token's user follows, the latest followed first, at most a thousand. */
  followedChannels(): Promise<Suggestion[]>;
  /** The channels Twitch finds for a text, in its own order. */
  searchChannels(query: string): Promise<Suggestion[]>;
  /** Who has followed since then, newest first, a thousand at most. For moderators only. */
  followersSince(streamerId: string, since: number): Promise<Follower[]>;
  /** The latest polls, a page of them. For the streamer only, as are predictions. */
  polls(streamerId: string): Promise<PastPoll[]>;
  predictions(streamerId: string): Promise<PastPrediction[]>;
  /** Whether the token's user moderates a channel. */
  moderates(streamerId: string): Promise<boolean>;
  /** Creates a subscription for a WebSocket session and gives its id. */
  createSubscription(request: SubscriptionRequest, sessionId: string): Promise<string>;
  deleteSubscription(id: string): Promise<void>;
  /** All of the user's subscriptions of a type, also those of other sessions. */
  subscriptionsOfType(type: string): Promise<ExistingSubscription[]>;
}

const userSchema = z.object({
  id: z.string(),
  login: z.string(),
  display_name: z.string(),
  profile_image_url: z.string(),
});

const streamSchema = z.object({ id: z.string(), started_at: z.string() });

const channelSchema = z.object({
  title: z.string(),
  game_name: z.string(),
  broadcaster_language: z.string(),
  content_classification_labels: z.nullish(z.array(z.string())),
});

function rawOf<Schema extends z.ZodMiniType>(
  schema: Schema,
  object: DataObject<unknown> | null,
): z.infer<Schema> | null {
  return object === null ? null : schema.parse(getRawData(object));
}

function toUser(raw: z.infer<typeof userSchema> | null): TwitchUser | null {
  if (raw === null) return null;
  const { id, login, display_name: name, profile_image_url: avatarUrl } = raw;
  return { id, login, name, avatarUrl };
}

/**
 * Twurple's client with a way of calling of its own. Twurple's waits for the rate-limit headers, and
 * where the browser hides them (the user may withhold the host permission) it leaves calls made at
 * the same time unanswered and repeats a 429 without a pause. Here one call has one answer, asked for
 * once more where Twitch itself was in trouble; whoever calls knows best when to try again.
 */
function createClient(credentials: Credentials): ApiClient {
  const { clientId, token } = credentials;
  const client = new ApiClient({ authProvider: createAuthProvider(credentials) });
  client.callApi = async <Body>(options: Parameters<ApiClient['callApi']>[0]) => {
    const call = async () =>
      await callTwitchApi<Body>(options, clientId, token, undefined, {
        // The token must not be sent on to anybody else.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof HttpStatusCodeError) || error.statusCode < 500) throw error;
      return await call();
    }
  };
  return client;
}

async function guarded<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    throw toHelixError(error);
  }
}

/** Get Videos answers 404 where it has none to show. */
function noneWhereNotFound(error: unknown): [] {
  if (error instanceof HelixError && error.status === 404) return [];
  throw error;
}

/** Helix with a viewer's credentials. */
export function createTwitchApi(credentials: Credentials): TwitchApi {
  const client = createClient(credentials);
  const { userId } = credentials;
  return {
    userByLogin: (login) =>
      guarded(async () => toUser(rawOf(userSchema, await client.users.getUserByName(login)))),
    me: () =>
      guarded(async () => toUser(rawOf(userSchema, await client.users.getUserById(userId)))),
    stream: (id) =>
      guarded(async () => {
        const raw = rawOf(streamSchema, await client.streams.getStreamByUserId(id));
        return raw && { streamId: raw.id, startedAt: Date.parse(raw.started_at) };
      }),
    channelInfo: (id) =>
      guarded(async () => {
        const raw = rawOf(channelSchema, await client.channels.getChannelInfoById(id));
        return (
          raw && {
            title: raw.title,
            category: raw.game_name,
            language: raw.broadcaster_language,
            labels: raw.content_classification_labels ?? [],
          }
        );
      }),
    vods: (id, limit) =>
      guarded(async () => {
        const page = await client.videos.getVideosByUser(id, { type: 'archive', limit });
        return page.data.map((video) => toVod(getRawData(video)));
      }).catch(noneWhereNotFound),
    followedChannels: () => guarded(() => readFollowedChannels(client, userId)),
    searchChannels: (query) => guarded(() => findChannels(client, query)),
    followersSince: (id, since) => guarded(() => followersSince(client, id, since)),
    polls: (id) =>
      guarded(async () => {
        const page = await client.polls.getPolls(id);
        return page.data.map((poll) => toPastPoll(getRawData(poll)));
      }),
    predictions: (id) =>
      guarded(async () => {
        const page = await client.predictions.getPredictions(id);
        return page.data.map((prediction) => toPastPrediction(getRawData(prediction)));
      }),
    moderates: (streamerId) =>
      guarded(async () => {
        const channels = client.moderation.getModeratedChannelsPaginated(userId);
        for await (const channel of channels) if (channel.id === streamerId) return true;
        return false;
      }),
    createSubscription: (request, sessionId) =>
      guarded(() => createSessionSubscription(client, userId, request, sessionId)),
    deleteSubscription: (id) => guarded(() => client.eventSub.deleteSubscription(id)),
    subscriptionsOfType: (type) => guarded(() => readSubscriptionsOfType(client, type)),
  };
}
