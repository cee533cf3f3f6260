import type { Random } from '../../core/random.ts';
import { OTHER_STREAMER, STREAMER } from '../../world/people/accounts.ts';
import { NEIGHBORS } from '../../world/people/neighbors.ts';
import { adBreakBegin } from '../channel/ad-break.ts';
import { sharedChat, sharedChatEnd } from '../channel/shared-chat-session.ts';
import { channelRaid, channelUpdate, streamOffline, streamOnline } from '../channel/stream.ts';
import type { TypeShape, TypeShapes } from './type-shape.ts';

const streamId = (random: Random) => String(40_000_000_000 + random.integer(0, 999_999_999));
const neighbor = (random: Random) => random.pick(NEIGHBORS).person;

const sharing: TypeShape = {
  version: '1',
  build: (random) =>
    sharedChat({ session_id: random.uuid(), participants: [STREAMER, neighbor(random)] }),
  forms: { 'hosted elsewhere': sharedChat({ host: OTHER_STREAMER }) },
};

/** Types about the stream itself, and about other channels that it works with. */
export const STREAM_TYPES: TypeShapes = {
  'stream.online': {
    version: '1',
    build: (random) => streamOnline({ id: streamId(random) }),
    forms: {
      rerun: streamOnline({ type: 'rerun' }),
      'unknown kind': streamOnline({ type: 'hologram' }),
    },
  },
  'stream.offline': {
    version: '1',
    build: (random) => streamOffline({ id: streamId(random) }),
    loose: ['id'],
  },
  'channel.update': {
    version: '2',
    build: (random) => {
      const { title, category } = random.pick(NEIGHBORS);
      return channelUpdate({ title, category, language: random.pick(['en', 'de', 'el']) });
    },
    forms: {
      'no category': channelUpdate({ category: '' }),
      labels: channelUpdate({ content_classification_labels: ['MatureGame', 'Gambling'] }),
      'unknown label': channelUpdate({ content_classification_labels: ['Holograms'] }),
    },
  },
  'channel.raid': {
    version: '1',
    build: (random) => channelRaid({ to: neighbor(random), viewers: random.integer(1, 900) }),
    forms: { incoming: channelRaid({ from: OTHER_STREAMER, to: STREAMER, viewers: 3 }) },
  },
  'channel.shared_chat.begin': sharing,
  'channel.shared_chat.update': sharing,
  'channel.shared_chat.end': {
    version: '1',
    build: (random) => sharedChatEnd({ session_id: random.uuid() }),
  },
  'channel.ad_break.begin': {
    version: '1',
    build: (random) =>
      adBreakBegin({
        duration_seconds: random.pick([30, 60, 90, 180]),
        is_automatic: random.chance(0.5),
      }),
    forms: { 'numbers as texts': adBreakBegin({ isInTexts: true }) },
  },
};
