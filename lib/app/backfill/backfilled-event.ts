import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import { buildEvent } from '@/lib/domain/event/build-event';
import type { EventDetails, StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { User } from '@/lib/domain/event/user';

/** The answer of one source. */
export interface BackfillResult {
  /** Events that happened during the gap. */
  events: StreamEvent[];
  /** The parts of the channel's state that were looked up. */
  state: Partial<ChannelState>;
}

/** The answer of a source that found nothing. */
export const NO_RESULT: BackfillResult = { events: [], state: {} };

/** The content of a backfilled event. */
export type BackfilledEventParts = {
  [Kind in EventKind]: {
    kind: Kind;
    /** The EventSub type that would have sent it. */
    sourceType: string;
    naturalKey: string;
    thread?: string;
    viewer?: User | null;
    /** The time from Helix, or the current time, in milliseconds since 1970. */
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
