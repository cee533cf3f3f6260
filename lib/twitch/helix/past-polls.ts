import * as z from 'zod/mini';
import type { Poll } from '@/lib/domain/event/together';
import { count } from '../payload/fields';
import { parseTimestamp } from '../payload/timestamp';

/** A poll as Helix remembers it. Times are in milliseconds since 1970. */
export interface PastPoll extends Poll {
  startedAt: number;
  /** `null` while it goes on. */
  endedAt: number | null;
}

const pollSchema = z.object({
  id: z.string(),
  title: z.string(),
  choices: z.array(z.object({ title: z.string(), votes: count })),
  status: z.string(),
  started_at: z.string(),
  ended_at: z.nullish(z.string()),
});

/** Reads a row of Get Polls. Throws a `ZodError` for what is none. */
export function toPastPoll(row: unknown): PastPoll {
  const { id: pollId, title, choices, ...raw } = pollSchema.parse(row);
  const endedAt = parseTimestamp(raw.ended_at);
  return {
    pollId,
    title,
    choices,
    // EventSub writes in small letters what Helix writes in capitals.
    status: endedAt === null ? null : raw.status.toLowerCase(),
    startedAt: Date.parse(raw.started_at),
    endedAt,
  };
}
