import { categoryNamed } from '../../world/categories.ts';
import { OTHER_STREAMER, STREAMER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { personFields } from '../user-fields.ts';

export interface StreamOnlineOptions {
  broadcaster?: Person;
  id?: string;
  type?: string;
  started_at?: string;
}

/** Returns the event of `stream.online`. */
export function streamOnline(options: StreamOnlineOptions = {}): EventShape {
  return {
    id: options.id ?? '40000000001',
    ...personFields('broadcaster_user', options.broadcaster ?? STREAMER),
    type: options.type ?? 'live',
    started_at: options.started_at ?? moment(),
  };
}

/** Returns the event of `stream.offline`; Twitch added the id later, so it can be missing. */
export function streamOffline(options: { broadcaster?: Person; id?: string } = {}): EventShape {
  const { broadcaster = STREAMER, id } = options;
  return { ...(id === undefined ? {} : { id }), ...personFields('broadcaster_user', broadcaster) };
}

export interface ChannelUpdateOptions {
  broadcaster?: Person;
  title?: string;
  language?: string;
  category?: string;
  content_classification_labels?: readonly string[];
}

/** Returns the event of `channel.update` version 2: the complete new state, not the difference. */
export function channelUpdate(options: ChannelUpdateOptions = {}): EventShape {
  const category = categoryNamed(options.category ?? 'Stardew Valley');
  return {
    ...personFields('broadcaster_user', options.broadcaster ?? STREAMER),
    title: options.title ?? 'Tea, blankets and a new save file',
    language: options.language ?? 'en',
    category_id: category.id,
    category_name: category.name,
    content_classification_labels: options.content_classification_labels ?? [],
  };
}

export interface ChannelRaidOptions {
  from?: Person;
  to?: Person;
  viewers?: number;
}

/** Returns the event of `channel.raid`, which Twitch sends when the viewers are moved. */
export function channelRaid(options: ChannelRaidOptions = {}): EventShape {
  return {
    ...personFields('from_broadcaster_user', options.from ?? STREAMER),
    ...personFields('to_broadcaster_user', options.to ?? OTHER_STREAMER),
    viewers: options.viewers ?? 42,
  };
}
