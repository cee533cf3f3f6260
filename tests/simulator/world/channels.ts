import type { Clock } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import { type Category, categoryNamed } from './categories.ts';
import { ACCOUNTS, OTHER_STREAMER, STREAMER } from './people/accounts.ts';
import { MORE_STREAMERS } from './people/more-streamers.ts';
import { NEIGHBORS } from './people/neighbors.ts';
import type { Person } from './people/person.ts';

/** A running broadcast. */
export interface Broadcast {
  id: string;
  startedAt: number;
  viewers: number;
}

/** A broadcast that has ended; Helix lists its VOD. */
export interface PastBroadcast {
  id: string;
  startedAt: number;
  endedAt: number;
  title: string;
}

/** The state of one channel, as Helix and the channel page show it. */
export interface Channel {
  /** The user with the present names. */
  owner: Person;
  /** True for a user whom Twitch has suspended: the user and the channel cannot be found. */
  isGone: boolean;
  title: string;
  category: Category;
  language: string;
  tags: readonly string[];
  /** Content classification labels. */
  labels: readonly string[];
  broadcast: Broadcast | null;
  /** Broadcasts that ended since the simulator started, the latest first. */
  past: readonly PastBroadcast[];
}

/** A change of a channel's state; it sends no event. */
export interface ChannelChange {
  live?: boolean | undefined;
  /** The broadcast that is live: a new one, or one that has ended and continues. */
  streamId?: string | undefined;
  title?: string | undefined;
  category?: string | undefined;
  viewers?: number | undefined;
  language?: string | undefined;
  labels?: readonly string[] | undefined;
}

/** A change of a user; it sends no event. */
export interface UserChange {
  login?: string | undefined;
  name?: string | undefined;
  isGone?: boolean | undefined;
}

/** All channels. Every user has one. */
export interface Channels {
  byId(id: string): Channel | undefined;
  byLogin(login: string): Channel | undefined;
  all(): Channel[];
  /** Returns the channel of a user by id or login, even if the user is gone. */
  find(idOrLogin: string): Channel | undefined;
  /** Applies a change; a channel that goes live starts a broadcast with a new id. */
  change(channel: Channel, change: ChannelChange): void;
  /** Renames a user, or lets the user disappear or return. */
  changeUser(channel: Channel, change: UserChange): void;
}

/** Titles and categories of the channels that are not live at the start. */
const FIRST_STATES: Readonly<Record<string, { title: string; category: string }>> = {
  [STREAMER.id]: { title: 'Tea, blankets and a new save file', category: 'Stardew Valley' },
  [OTHER_STREAMER.id]: { title: 'Any% practice, be patient with me', category: 'Super Metroid' },
};

function firstState(owner: Person): Channel {
  const { title = '', category = '' } = FIRST_STATES[owner.id] ?? {};
  return {
    owner,
    isGone: false,
    title,
    category: categoryNamed(category),
    language: 'en',
    tags: title === '' ? [] : ['English', 'Cosy'],
    labels: [],
    broadcast: null,
    past: [],
  };
}

export function createChannels({ clock, random }: { clock: Clock; random: Random }): Channels {
  const channels = ACCOUNTS.map((owner) => firstState(owner));
  const all = () => channels.filter(({ isGone }) => !isGone);
  const byId = (id: string) => all().find(({ owner }) => owner.id === id);

  function start(viewers: number, agoMs = 0): Broadcast {
    const id = String(40_000_000_000 + random.integer(0, 999_999_999));
    return { id, startedAt: clock.now() - agoMs, viewers };
  }

  function end(channel: Channel): void {
    const { broadcast, title, past } = channel;
    if (!broadcast) return;
    const { id, startedAt } = broadcast;
    channel.past = [{ id, startedAt, endedAt: clock.now(), title }, ...past];
    channel.broadcast = null;
  }

  /** Starts a broadcast. With the id of one that has ended, that one continues. */
  function goLive(channel: Channel, viewers: number, streamId: string | undefined): void {
    if (channel.broadcast && (streamId ?? channel.broadcast.id) === channel.broadcast.id) return;
    end(channel);
    const { startedAt = clock.now() } = channel.past.find(({ id }) => id === streamId) ?? {};
    channel.past = channel.past.filter(({ id }) => id !== streamId);
    channel.broadcast =
      streamId === undefined ? start(viewers) : { id: streamId, startedAt, viewers };
  }

  function setDetails(channel: Channel, change: ChannelChange): void {
    const { title, category, language, labels } = change;
    if (category !== undefined) channel.category = categoryNamed(category);
    channel.title = title ?? channel.title;
    channel.language = language ?? channel.language;
    channel.labels = labels ?? channel.labels;
  }

  function change(channel: Channel, change: ChannelChange): void {
    const { live, viewers, streamId } = change;
    setDetails(channel, change);
    if (live === true) goLive(channel, viewers ?? 120, streamId);
    if (live === false) end(channel);
    if (viewers !== undefined && channel.broadcast) channel.broadcast.viewers = viewers;
  }

  for (const { person, title, category, viewers } of [...NEIGHBORS, ...MORE_STREAMERS]) {
    const channel = byId(person.id);
    if (!channel) continue;
    change(channel, { title, category });
    if (viewers === null) continue;
    channel.broadcast = start(viewers, random.integer(600, 9_000) * 1_000);
  }

  return {
    byId,
    byLogin: (login) => all().find(({ owner }) => owner.login === login.toLowerCase()),
    all,
    find: (idOrLogin) =>
      channels.find(({ owner }) => owner.id === idOrLogin) ??
      channels.find(({ owner }) => owner.login === idOrLogin.toLowerCase()),
    change,
    changeUser(channel, { login, name, isGone }) {
      const { owner } = channel;
      channel.owner = { ...owner, login: login ?? owner.login, name: name ?? owner.name };
      channel.isGone = isGone ?? channel.isGone;
    },
  };
}
