import type { EventKind } from '@/lib/domain/event/event-kind';
import type { Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import { backfillChannelInfo } from './channel-info';
import { backfillFollows } from './follows';
import { backfillPolls } from './polls';
import { backfillPredictions } from './predictions';
import type { Source } from './source';
import { backfillStream } from './stream';
import { HELIX_LAG_MS } from './stream-changes';

/** Always looked up for the favorite, because popup and panel show the state of the channel. */
const CHANNEL: readonly Source[] = [
  { name: 'the stream', lookUp: backfillStream, repeatAfterMs: HELIX_LAG_MS },
  { name: 'title and category', lookUp: backfillChannelInfo },
];

const BY_KIND: readonly (Source & { kind: EventKind })[] = [
  { kind: 'follow', name: 'new followers', lookUp: backfillFollows },
  { kind: 'poll_end', name: 'polls', lookUp: backfillPolls },
  { kind: 'prediction_end', name: 'predictions', lookUp: backfillPredictions },
];

/**
 * Returns the sources for a plan: kinds of event without a subscription are not looked up. The
 * channels of all streamers but the favorite are looked up together, see `look-ups.ts`.
 */
export function sourcesFor({ subscriptions }: Plan, isFavorite: boolean): readonly Source[] {
  const kinds = new Set(subscriptions.flatMap((planned) => planned.kinds));
  return [...(isFavorite ? CHANNEL : []), ...BY_KIND.filter(({ kind }) => kinds.has(kind))];
}
