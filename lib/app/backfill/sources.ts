import type { EventKind } from '@/lib/domain/event/event-kind';
import { lookedUpParts, type Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { LookedUpPart } from '@/lib/twitch/eventsub/subscriptions/plan-state';
import { backfillChannelInfo } from './channel-info';
import { backfillFollows } from './follows';
import { backfillPolls } from './polls';
import { backfillPredictions } from './predictions';
import type { Source } from './source';
import { backfillStream } from './stream';
import { HELIX_LAG_MS } from './stream-changes';

/** The state of the channel, which popup and panel show. */
const BY_PART: readonly (Source & { part: LookedUpPart })[] = [
  { part: 'live', name: 'the stream', lookUp: backfillStream, repeatAfterMs: HELIX_LAG_MS },
  { part: 'text', name: 'title and category', lookUp: backfillChannelInfo },
];

const BY_KIND: readonly (Source & { kind: EventKind })[] = [
  { kind: 'follow', name: 'new followers', lookUp: backfillFollows },
  { kind: 'poll_end', name: 'polls', lookUp: backfillPolls },
  { kind: 'prediction_end', name: 'predictions', lookUp: backfillPredictions },
];

/**
 * Returns the sources for a plan: kinds of event without a subscription are not looked up, nor are
 * parts of the channel's state that are looked up once a minute anyway.
 */
export function sourcesFor(plan: Plan): readonly Source[] {
  const kinds = new Set(plan.subscriptions.flatMap((planned) => planned.kinds));
  const parts = lookedUpParts(plan);
  return [
    ...BY_PART.filter(({ part }) => !parts.has(part)),
    ...BY_KIND.filter(({ kind }) => kinds.has(kind)),
  ];
}
