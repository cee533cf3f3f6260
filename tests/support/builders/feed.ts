import { storage } from 'wxt/utils/storage';
import { NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { DEFAULT_APPEARANCE } from '@/lib/domain/view/appearance';
import {
  EMPTY_INDEX,
  emptyStreamerFeed,
  type FeedIndex,
  favoriteOf,
  type IndexedStreamer,
  type StreamerFeed,
} from '@/lib/settings/feed';
import { feedIndexItem, streamerFeedItem, unseenItem } from '@/lib/settings/feed-item';
import { START } from '../fakes/fake-clock';

/** The favorite streamer of {@link aFeed}. */
export const STREAMER: Streamer = {
  id: '100',
  login: 'demo_streamer',
  name: 'Demo_Streamer',
  avatarUrl: '',
};

/** Creates an entry of the index: a favorite who is not live, with given fields. */
export function anIndexedStreamer(fields: Partial<IndexedStreamer> = {}): IndexedStreamer {
  return { ...STREAMER, isFavorite: true, isMuted: false, live: null, problem: null, ...fields };
}

/** Creates an entry of the index for one of the others, who is not live, with given fields. */
export function anotherStreamer(fields: Partial<IndexedStreamer> = {}): IndexedStreamer {
  const names = { id: '101', login: 'other_streamer', name: 'Other_Streamer' };
  return anIndexedStreamer({ ...names, isFavorite: false, ...fields });
}

/** Creates the index of a user who is signed in and listening to a favorite, with given fields. */
export function aFeedIndex(fields: Partial<FeedIndex> = {}): FeedIndex {
  return {
    account: { id: '200', login: 'demo_viewer', name: 'Demo_Viewer', avatarUrl: '' },
    streamers: [anIndexedStreamer({ live: { streamId: '1', startedAt: START } })],
    connection: { state: 'listening', problem: null },
    publishedAt: Date.now(),
    lastHeard: null,
    appearance: DEFAULT_APPEARANCE,
    ...fields,
  };
}

/** Creates the feed of a live streamer without rows, with given fields. */
export function aStreamerFeed(fields: Partial<StreamerFeed> = {}): StreamerFeed {
  return {
    ...emptyStreamerFeed(STREAMER.id),
    channel: {
      live: { streamId: '1', startedAt: START },
      text: { title: 'Any% attempts', category: 'Celeste', language: 'en', labels: [] },
      recordingUrl: null,
    },
    filter: DEFAULT_FILTER,
    ...fields,
  };
}

/** Everything that is published, where the favorite is the only streamer. */
export interface FavoriteFeed extends FeedIndex, Omit<StreamerFeed, 'streamerId'> {
  favorite: Streamer | null;
  unseen: number;
}

/** Creates what is published for a user who is listening to a live favorite, with given fields. */
export function aFeed(fields: Partial<FavoriteFeed> = {}): FavoriteFeed {
  const { streamerId: _, ...lists } = aStreamerFeed();
  const feed = { ...aFeedIndex(), ...lists, favorite: STREAMER, unseen: 0, ...fields };
  const { favorite, channel } = feed;
  const streamers =
    favorite === null ? [] : [anIndexedStreamer({ ...favorite, live: channel.live })];
  return { ...feed, streamers };
}

/** The feed while no one is signed in. */
export const SIGNED_OUT: FavoriteFeed = aFeed({
  ...EMPTY_INDEX,
  ...emptyStreamerFeed(''),
  favorite: null,
});

/** The feed after Twitch has ended the sign-in: it keeps the favorite, last heard of at `START`. */
export function anEndedFeed(fields: Partial<FavoriteFeed> = {}): FavoriteFeed {
  return aFeed({
    account: null,
    channel: NOTHING_KNOWN,
    connection: { state: 'signed_out', problem: 'signed_out_by_twitch' },
    lastHeard: START,
    ...fields,
  });
}

/** Stores a feed in the items that the screens read. */
export async function storeFeed(feed: FavoriteFeed): Promise<void> {
  const { account, streamers, connection, publishedAt, lastHeard, appearance, ...rest } = feed;
  const { favorite, unseen, ...lists } = rest;
  const index = { account, streamers, connection, publishedAt, lastHeard, appearance };
  const id = favorite?.id ?? '';
  await storage.setItems([
    { item: feedIndexItem, value: index },
    { item: unseenItem, value: unseen > 0 ? { [id]: unseen } : {} },
    ...(id === '' ? [] : [{ item: streamerFeedItem(id), value: { streamerId: id, ...lists } }]),
  ]);
}

/** Returns the feed that is stored. */
export async function readPublished(): Promise<FavoriteFeed> {
  const index = await feedIndexItem.getValue();
  const entry = favoriteOf(index);
  if (entry === null) {
    const { streamerId: _, ...lists } = emptyStreamerFeed('');
    return { ...index, ...lists, favorite: null, unseen: 0 };
  }
  const { isFavorite: _f, isMuted: _m, live: _l, problem: _p, ...favorite } = entry;
  const stored = await streamerFeedItem(favorite.id).getValue();
  const { streamerId: _, ...lists } = stored ?? emptyStreamerFeed(favorite.id);
  const unseen = (await unseenItem.getValue())[favorite.id] ?? 0;
  return { ...index, ...lists, favorite, unseen };
}
