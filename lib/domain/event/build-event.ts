import type { EventDetails, StreamEvent } from './event';
import type { EventKind } from './event-kind';
import type { User } from './user';

/** Input of {@link buildEvent}. Times are in milliseconds since 1970. */
interface EventInput<Kind extends EventKind> {
  id: string;
  streamer: { id: string; name: string };
  kind: Kind;
  sourceType: string;
  viewer: User | null;
  createdAt: number;
  /** Set only for an event that backfill found. */
  foundAt?: number;
  naturalKey?: string | undefined;
  thread?: string | undefined;
  detail: EventDetails[Kind];
}

/** Returns the event in the form that the log stores. Absent optional fields are left out. */
export function buildEvent<Kind extends EventKind>(input: EventInput<Kind>): StreamEvent {
  const { streamer, viewer, foundAt, naturalKey, thread } = input;
  const event = {
    id: input.id,
    streamer_id: streamer.id,
    streamer_name: streamer.name,
    event_type: input.kind,
    source_type: input.sourceType,
    viewer_id: viewer?.id ?? null,
    viewer_login: viewer?.login ?? null,
    viewer_name: viewer?.name ?? null,
    created_at: input.createdAt,
    ...(foundAt !== undefined && { found_at: foundAt }),
    ...(naturalKey !== undefined && { natural_key: naturalKey }),
    ...(thread !== undefined && { thread }),
    detail: input.detail,
  };
  // EventInput ties the detail to the kind; TypeScript cannot distribute that over the union.
  return event as StreamEvent;
}
