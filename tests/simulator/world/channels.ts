import type { Clock } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import { type Category, categoryNamed } from './categories.ts';
import { ACCOUNTS, OTHER_STREAMER, STREAMER } from './people/accounts.ts';
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
  owner: Person;
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
  title?: string | undefined;
  category?: string | undefined;
  viewers?: number | undefined;
  language?: string | undefined;
  labels?: readonly string[] | undefined;
}

export interface Channels {
  byId(id: string): Channel | undefined;
  byLogin(login: string): Channel | undefined;
  all(): Channel[];
  /** Applies a change; a channel that goes live starts a broadcast with a new id. */
  change(channel: Channel, change: ChannelChange): void;
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
  const byId = (id: string) => channels.find(({ owner }) => owner.id === id);

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

  function setDetails(channel: Channel, change: ChannelChange): void {
    const { title, category, language, labels } = change;
    if (category !== undefined) channel.category = categoryNamed(category);
    channel.title = title ?? channel.title;
    channel.language = language ?? channel.language;
    channel.labels = labels ?? channel.labels;
  }

  function change(channel: Channel, change: ChannelChange): void {
    const { live, viewers } = change;
    setDetails(channel, change);
    if (live === true) channel.broadcast ??= start(viewers ?? 120);
    if (live === false) end(channel);
    if (viewers !== undefined && channel.broadcast) channel.broadcast.viewers = viewers;
  }

  for (const { person, title, category, viewers } of NEIGHBORS) {
    const channel = byId(person.id);
    if (!channel) continue;
    change(channel, { title, category });
    channel.broadcast = start(viewers, random.integer(600, 9_000) * 1_000);
  }

  return {
    byId,
    byLogin: (login) => channels.find(({ owner }) => owner.login === login.toLowerCase()),
    all: () => channels,
    change,
  };
}
