import type { Streamer } from '@/lib/domain/channel/channel';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { EMPTY_FEED, type Feed } from '@/lib/settings/feed';
import { START } from '../fakes/fake-clock';

/** The favorite streamer of {@link aFeed}. */
export const STREAMER: Streamer = {
  id: '100',
  login: 'demo_streamer',
  name: 'Demo_Streamer',
  avatarUrl: '',
};

/** The feed while no one is signed in. */
export const SIGNED_OUT: Feed = EMPTY_FEED;

/** Creates a feed of a user who is signed in and listening to a live favorite, with given fields. */
export function aFeed(fields: Partial<Feed> = {}): Feed {
  return {
    account: { id: '200', login: 'demo_viewer', name: 'Demo_Viewer', avatarUrl: '' },
    favorite: STREAMER,
    channel: {
      live: { streamId: '1', startedAt: START },
      text: { title: 'Any% attempts', category: 'Celeste', language: 'en', labels: [] },
      recordingUrl: null,
    },
    connection: { state: 'listening', problem: null },
    publishedAt: Date.now(),
    rows: [],
    gaps: [],
    unseen: 0,
    newestSeq: 0,
    hasOlder: false,
    filter: DEFAULT_FILTER,
    isFiltered: false,
    ...fields,
  };
}
