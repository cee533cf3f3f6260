import { NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
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

/** The feed after Twitch has ended the sign-in: it keeps the favorite, last heard of at `START`. */
export function anEndedFeed(fields: Partial<Feed> = {}): Feed {
  return aFeed({
    account: null,
    channel: NOTHING_KNOWN,
    connection: { state: 'signed_out', problem: 'signed_out_by_twitch' },
    lastHeard: START,
    ...fields,
  });
}

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
    lastHeard: null,
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
