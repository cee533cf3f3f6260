import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import { buildEvent } from '@/lib/domain/event/build-event';
import type { EventDetails, StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { User } from '@/lib/domain/event/user';

/** What was found of a pause. */
export interface BackfillResult {
  events: StreamEvent[];
  /** How the channel stands, as far as this was asked. */
  state: Partial<ChannelState>;
}

/** There was nothing to find. */
export const NO_RESULT: BackfillResult = { events: [], state: {} };

/** What a found event says beside the streamer and when it was found. */
export type BackfilledEventParts = {
  [Kind in EventKind]: {
    kind: Kind;
    /** EventSub type that would have told it. */
    sourceType: string;
    naturalKey: string;
    thread?: string;
    viewer?: User | null;
    /** As Helix tells it, in milliseconds since 1970. */
    at: number;
    detail: EventDetails[Kind];
  };
}[EventKind];

/**
 * Builds an event that backfill found. It has no message id, so the natural key is its id. The
 * natural key also keeps it from being recorded next to the live notification of the same thing.
 */
export function backfilledEvent(
  streamer: Streamer,
  foundAt: number,
  parts: BackfilledEventParts,
): StreamEvent {
  const { at, viewer = null, ...rest } = parts;
  return buildEvent({ ...rest, id: rest.naturalKey, streamer, viewer, createdAt: at, foundAt });
}
