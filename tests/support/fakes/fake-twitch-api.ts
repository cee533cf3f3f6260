import type { ChannelState } from '@/lib/domain/channel/channel';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import { joinsChat } from '@/lib/twitch/eventsub/subscriptions/join-pace';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type {
  ExistingSubscription,
  SubscriptionRequest,
} from '@/lib/twitch/helix/eventsub-subscriptions';
import type { Follower } from '@/lib/twitch/helix/followers';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import type { PastPoll } from '@/lib/twitch/helix/past-polls';
import type { PastPrediction } from '@/lib/twitch/helix/past-predictions';
import type { TwitchUser } from '@/lib/twitch/helix/users';
import type { Vod } from '@/lib/twitch/helix/vods';
import { subscriptionType } from '@/tests/simulator/eventsub/catalog';
import { DEMO_STREAMER, OTHER_STREAMER } from '../builders/accounts';

// In one file, though long: the fake has to answer everything that the client asks.

const BUDGET = 10;
const STREAMER_IDS = new Set([DEMO_STREAMER.id, OTHER_STREAMER.id]);

const VIEWER: TwitchUser = {
  id: '200',
  login: 'demo_viewer',
  name: 'Demo_Viewer',
  avatarUrl: 'https://static-cdn.jtvnw.net/viewer.png',
};

interface StoredSubscription extends ExistingSubscription {
  cost: number;
}

/** The Helix API of a small Twitch with two streamers, one viewer and their subscriptions. */
export interface FakeTwitchApi extends TwitchApi {
  /** All users. A test may rename or remove them. */
  readonly users: TwitchUser[];
  readonly subscriptions: readonly StoredSubscription[];
  /** State of the channels by user id. A channel without an entry is offline and has no title. */
  readonly channels: Map<string, Pick<ChannelState, 'live' | 'text'>>;
  /** The number of viewers by user id, of streams that have any. */
  readonly audiences: Map<string, number>;
  /** VODs by user id, newest first. */
  readonly archives: Map<string, Vod[]>;
  /** The channels that the viewer follows, the most watched first. */
  readonly follows: Suggestion[];
  /** The result of every search, whatever the query. */
  readonly findable: Suggestion[];
  /** The queries of all searches. */
  readonly searches: string[];
  /** The events that Helix returns for every streamer. */
  readonly past: { followers: Follower[]; polls: PastPoll[]; predictions: PastPrediction[] };
  /** Ids of the channels that the viewer moderates. */
  readonly moderated: Set<string>;
  /** Ids of users whose rows in answers about many channels cannot be read. */
  readonly unreadable: Set<string>;
  /** EventSub types that are refused with 403. */
  readonly refused: Set<string>;
  /** Ids of the channels whose chat refuses the viewer with 403. */
  readonly bannedIn: Set<string>;
  /** Makes every call fail with this status from now on. With `null` the calls work again. */
  failWith(status: number | null): void;
  /** Delays the answers about channels until the promise is resolved. */
  holdChannels(until: Promise<void>): void;
}

/** A subscription is free if its type needs a scope. An unknown type is not free. */
function costOf({ type, version }: SubscriptionRequest): 0 | 1 {
  const scopes = subscriptionType(type, version)?.scopes ?? [];
  return scopes.length > 0 ? 0 : 1;
}

export function createFakeTwitchApi(): FakeTwitchApi {
  const users = [DEMO_STREAMER, OTHER_STREAMER, VIEWER];
  const channels: FakeTwitchApi['channels'] = new Map();
  const audiences = new Map<string, number>();
  const archives = new Map<string, Vod[]>();
  const follows: Suggestion[] = [];
  const findable: Suggestion[] = [];
  const searches: string[] = [];
  const past: FakeTwitchApi['past'] = { followers: [], polls: [], predictions: [] };
  const refused = new Set<string>();
  const bannedIn = new Set<string>();
  const moderated = new Set<string>();
  const unreadable = new Set<string>();
  let subscriptions: StoredSubscription[] = [];
  let failure: number | null = null;
  let channelsReady = Promise.resolve();
  let createdCount = 0;

  function check(): void {
    if (failure !== null) throw new HelixError(failure, 'failWith was called', null);
  }

  async function channel(userId: string) {
    check();
    const state = channels.get(userId);
    await channelsReady;
    return state;
  }

  async function channelsOf(userIds: readonly string[]) {
    return await Promise.all(userIds.map(async (id) => [id, await channel(id)] as const));
  }

  return {
    users,
    channels,
    audiences,
    archives,
    follows,
    findable,
    searches,
    past,
    refused,
    bannedIn,
    moderated,
    unreadable,
    moderatedChannels: async () => {
      check();
      return [...moderated];
    },
    get subscriptions() {
      return subscriptions;
    },
    failWith: (status) => {
      failure = status;
    },
    holdChannels: (until) => {
      channelsReady = until;
    },
    userByLogin: async (login) => {
      check();
      return users.find((user) => user.login === login) ?? null;
    },
    usersByIds: async (ids) => {
      check();
      return users.filter(({ id }) => ids.includes(id));
    },
    me: async () => {
      check();
      return users.find(({ id }) => !STREAMER_IDS.has(id)) ?? null;
    },
    stream: async (userId) => (await channel(userId))?.live ?? null,
    streams: async (userIds) => {
      const states = await channelsOf(userIds);
      const live = states.flatMap(([id, state]) =>
        state?.live && !unreadable.has(id) ? [[id, state.live] as const] : [],
      );
      return { live: new Map(live), unreadable: unreadable.intersection(new Set(userIds)) };
    },
    viewers: async (userIds) => {
      check();
      return new Map([...audiences].filter(([id]) => userIds.includes(id)));
    },
    channelInfo: async (userId) => (await channel(userId))?.text ?? null,
    channelInfos: async (userIds) => {
      const states = await channelsOf(userIds);
      const known = states.flatMap(([id, state]) =>
        state?.text && !unreadable.has(id) ? [[id, state.text] as const] : [],
      );
      return new Map(known);
    },
    vods: async (userId, limit) => {
      check();
      return archives.get(userId)?.slice(0, limit) ?? [];
    },
    vod: async (id) => {
      check();
      const found = [...archives].flatMap(([userId, vods]) =>
        vods.map((vod) => ({ ...vod, userId })),
      );
      return found.find((vod) => vod.id === id) ?? null;
    },
    followedChannels: async () => {
      check();
      return [...follows];
    },
    followedLive: async (limit) => {
      check();
      return follows.filter(({ isLive }) => isLive).slice(0, limit);
    },
    searchChannels: async (query) => {
      searches.push(query);
      check();
      return [...findable];
    },
    followersSince: async (_streamerId, since) => {
      check();
      return past.followers.filter(({ followedAt }) => followedAt >= since);
    },
    polls: async () => {
      check();
      return past.polls;
    },
    predictions: async () => {
      check();
      return past.predictions;
    },
    createSubscription: async (request, sessionId) => {
      const { type, condition } = request;
      const cost = costOf(request);
      check();
      const isBanned = bannedIn.has(condition['broadcaster_user_id'] ?? '');
      if (isBanned && joinsChat(type))
        throw new HelixError(403, 'missing proper authorization', null);
      if (refused.has(type)) throw new HelixError(403, 'missing proper authorization', null);
      const spent = subscriptions.reduce((sum, existing) => sum + existing.cost, 0);
      if (spent + cost > BUDGET) throw new HelixError(429, 'total cost exceeded', null);
      createdCount += 1;
      subscriptions.push({
        id: `sub-${createdCount}`,
        type,
        condition: { ...condition },
        sessionId,
        cost,
      });
      return `sub-${createdCount}`;
    },
    deleteSubscription: async (id) => {
      check();
      const remaining = subscriptions.filter((existing) => existing.id !== id);
      if (remaining.length === subscriptions.length) throw new HelixError(404, 'not found', null);
      subscriptions = remaining;
    },
    subscription: async (id) => {
      check();
      return subscriptions.find((existing) => existing.id === id) ?? null;
    },
    subscriptionsOfType: async (type) => {
      check();
      return subscriptions.filter((existing) => existing.type === type);
    },
  };
}
