import type { ChannelState } from '@/lib/domain/channel/channel';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { TwitchApi, TwitchUser } from '@/lib/twitch/helix/api';
import type {
  ExistingSubscription,
  SubscriptionRequest,
} from '@/lib/twitch/helix/eventsub-subscriptions';
import type { Follower } from '@/lib/twitch/helix/followers';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import type { PastPoll } from '@/lib/twitch/helix/past-polls';
import type { PastPrediction } from '@/lib/twitch/helix/past-predictions';
import type { Vod } from '@/lib/twitch/helix/vods';
import { subscriptionType } from '@/tests/simulator/eventsub/catalog';
import { DEMO_STREAMER, OTHER_STREAMER } from './accounts';

const BUDGET = 10;

const VIEWER: TwitchUser = {
  id: '200',
  login: 'demo_viewer',
  name: 'Demo_Viewer',
  avatarUrl: 'https://static-cdn.jtvnw.net/viewer.png',
};

interface Kept extends ExistingSubscription {
  cost: number;
}

/** Helix of a small Twitch: two streamers, a viewer, and the subscriptions that were made. */
export interface FakeTwitchApi extends TwitchApi {
  readonly subscriptions: readonly Kept[];
  /** How channels stand, by user id; one that is not there is off the air and unnamed. */
  readonly channels: Map<string, Pick<ChannelState, 'live' | 'text'>>;
  /** Recordings by user id, newest first. */
  readonly archives: Map<string, Vod[]>;
  /** Channels the viewer follows, and those a search finds, whatever is searched for. */
  readonly follows: Suggestion[];
  readonly findable: Suggestion[];
  /** What was searched for. */
  readonly searches: string[];
  /** What Helix remembers of any streamer. */
  readonly past: { followers: Follower[]; polls: PastPoll[]; predictions: PastPrediction[] };
  /** Ids of the channels the viewer moderates. */
  readonly moderated: Set<string>;
  /** Types that are refused with 403. */
  readonly refused: Set<string>;
  /** Everything fails with this status from now on; `null` mends it. */
  failWith(status: number | null): void;
  /** Answers about channels wait until this is resolved. */
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
  const archives = new Map<string, Vod[]>();
  const follows: Suggestion[] = [];
  const findable: Suggestion[] = [];
  const searches: string[] = [];
  const past: FakeTwitchApi['past'] = { followers: [], polls: [], predictions: [] };
  const refused = new Set<string>();
  const moderated = new Set<string>();
  let subscriptions: Kept[] = [];
  let failure: number | null = null;
  let held = Promise.resolve();
  let made = 0;

  function check(): void {
    if (failure !== null) throw new HelixError(failure, 'as told', null);
  }

  async function channel(userId: string) {
    check();
    const state = channels.get(userId);
    await held;
    return state;
  }

  return {
    channels,
    archives,
    follows,
    findable,
    searches,
    past,
    refused,
    moderated,
    moderates: async (streamerId) => {
      check();
      return moderated.has(streamerId);
    },
    get subscriptions() {
      return subscriptions;
    },
    failWith: (status) => {
      failure = status;
    },
    holdChannels: (until) => {
      held = until;
    },
    userByLogin: async (login) => {
      check();
      return users.find((user) => user.login === login) ?? null;
    },
    me: async () => {
      check();
      return VIEWER;
    },
    stream: async (userId) => (await channel(userId))?.live ?? null,
    channelInfo: async (userId) => (await channel(userId))?.text ?? null,
    vods: async (userId, limit) => {
      check();
      return archives.get(userId)?.slice(0, limit) ?? [];
    },
    followedChannels: async () => {
      check();
      return [...follows];
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
      if (refused.has(type)) throw new HelixError(403, 'missing proper authorization', null);
      const spent = subscriptions.reduce((sum, kept) => sum + kept.cost, 0);
      if (spent + cost > BUDGET) throw new HelixError(429, 'total cost exceeded', null);
      made += 1;
      subscriptions.push({ id: `sub-${made}`, type, condition: { ...condition }, sessionId, cost });
      return `sub-${made}`;
    },
    deleteSubscription: async (id) => {
      check();
      const left = subscriptions.filter((kept) => kept.id !== id);
      if (left.length === subscriptions.length) throw new HelixError(404, 'not found', null);
      subscriptions = left;
    },
    subscriptionsOfType: async (type) => {
      check();
      return subscriptions.filter((kept) => kept.type === type);
    },
  };
}
