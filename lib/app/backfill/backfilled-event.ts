import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
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

/** An event that nobody heard. What makes it one with the live message is its id as well. */
export function backfilledEvent(
  streamer: Streamer,
  foundAt: number,
  parts: BackfilledEventParts,
): StreamEvent {
  const event = {
    id: parts.naturalKey,
    streamer_id: streamer.id,
    streamer_name: streamer.name,
    event_type: parts.kind,
    source_type: parts.sourceType,
    viewer_id: parts.viewer?.id ?? null,
    viewer_login: parts.viewer?.login ?? null,
    viewer_name: parts.viewer?.name ?? null,
    created_at: parts.at,
    found_at: foundAt,
    natural_key: parts.naturalKey,
    ...(parts.thread !== undefined && { thread: parts.thread }),
    detail: parts.detail,
  };
  // Kind and detail belong together by FoundParts; TypeScript can't distribute that over the union.
  return event as StreamEvent;
}
