import * as z from 'zod/mini';
import type { EventDetails } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { User } from '@/lib/domain/event/user';
import { objectOrEmpty } from '@/lib/twitch/payload/fields';

/** The fields of an event that depend on the body of a chat notice. */
export type NoticeParts = {
  [Kind in EventKind]: {
    kind: Kind;
    detail: EventDetails[Kind];
    /** Set only if the viewer is not the chatter of the notice. */
    viewer?: User | null;
    thread?: string;
  };
}[EventKind];

/**
 * Reads the body of a chat notice, the object that is named after the notice type. Returns `null`
 * if the body lacks a field that the kind of event needs.
 */
export type NoticeReader = (body: unknown, message: string) => NoticeParts | null;

/** Creates a reader from a schema of the body and a function that reads the parsed body. */
export function noticeReader<Schema extends z.ZodMiniType>(
  schema: Schema,
  read: (body: z.infer<Schema>, message: string) => NoticeParts,
): NoticeReader {
  return (body, message) => {
    // A body may be missing if the kind needs nothing of it.
    const parsed = z.safeParse(schema, objectOrEmpty(body));
    return parsed.success ? read(parsed.data, message) : null;
  };
}
