import type { EventKind } from '@/lib/domain/event-kind';
import type { Plan } from '@/lib/twitch/eventsub/plan';
import { findChannelText } from './find-channel-text';
import { findFollows } from './find-follows';
import { findPolls } from './find-polls';
import { findPredictions } from './find-predictions';
import { findStream } from './find-stream';
import type { Source } from './search';
import { HELIX_LAG_MS } from './stream-changes';

/** How the channel stands is always looked up: screens show it. */
const ALWAYS: readonly Source[] = [
  { name: 'the stream', find: findStream, againAfterMs: HELIX_LAG_MS },
  { name: 'title and category', find: findChannelText },
];

const BY_KIND: readonly (Source & { kind: EventKind })[] = [
  { kind: 'follow', name: 'new followers', find: findFollows },
  { kind: 'poll_end', name: 'polls', find: findPolls },
  { kind: 'prediction_end', name: 'predictions', find: findPredictions },
];

/** Where to look for what was missed of a streamer, by what is listened to. */
export function sourcesFor({ subscriptions }: Plan): readonly Source[] {
  const kinds = new Set(subscriptions.flatMap((planned) => planned.kinds));
  return [...ALWAYS, ...BY_KIND.filter(({ kind }) => kinds.has(kind))];
}
