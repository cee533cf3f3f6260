import * as z from 'zod/mini';
import type { EventDetails } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { User } from '@/lib/domain/event/user';

/** What a notice says beside who and where. */
export type NoticeParts = {
  [Kind in EventKind]: {
    kind: Kind;
    detail: EventDetails[Kind];
    /** Set where it is not the chatter who acted. */
    viewer?: User;
    thread?: string;
  };
}[EventKind];

/** Reads a notice's own object; `null` where it lacks what its kind is told by. */
export type ReadNotice = (body: unknown, message: string) => NoticeParts | null;

/** A reader by schema. */
export function notice<Schema extends z.ZodMiniType>(
  schema: Schema,
  build: (body: z.infer<Schema>, message: string) => NoticeParts,
): ReadNotice {
  return (body, message) => {
    const parsed = z.safeParse(schema, body);
    return parsed.success ? build(parsed.data, message) : null;
  };
}
