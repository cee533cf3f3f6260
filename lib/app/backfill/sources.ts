import type { EventKind } from '@/lib/domain/event/event-kind';
import type { Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import { backfillChannelInfo } from './channel-info';
import { backfillFollows } from './follows';
import { backfillPolls } from './polls';
import { backfillPredictions } from './predictions';
import type { Source } from './source';
import { backfillStream } from './stream';
import { HELIX_LAG_MS } from './stream-changes';

/** How the channel stands is always looked up: screens show it. */
const ALWAYS: readonly Source[] = [
  { name: 'the stream', find: backfillStream, againAfterMs: HELIX_LAG_MS },
  { name: 'title and category', find: backfillChannelInfo },
];

const BY_KIND: readonly (Source & { kind: EventKind })[] = [
  { kind: 'follow', name: 'new followers', find: backfillFollows },
  { kind: 'poll_end', name: 'polls', find: backfillPolls },
  { kind: 'prediction_end', name: 'predictions', find: backfillPredictions },
];

/** Where to look for what was missed of a streamer, by what is listened to. */
export function sourcesFor({ subscriptions }: Plan): readonly Source[] {
  const kinds = new Set(subscriptions.flatMap((planned) => planned.kinds));
  return [...ALWAYS, ...BY_KIND.filter(({ kind }) => kinds.has(kind))];
}
