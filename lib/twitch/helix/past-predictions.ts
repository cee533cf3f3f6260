import * as z from 'zod/mini';
import type { Prediction } from '@/lib/domain/event/together';
import { count, maybeText } from '../payload/fields';
import { parseTimestamp } from '../payload/timestamp';

/** A prediction as Helix remembers it. Times are in milliseconds since 1970. */
export interface PastPrediction extends Prediction {
  startedAt: number;
  /** `null` while one may still predict, and where it ended before that. */
  lockedAt: number | null;
  /** `null` while it goes on. */
  endedAt: number | null;
}

const predictionSchema = z.object({
  id: z.string(),
  title: z.string(),
  outcomes: z.array(
    z.object({ id: z.string(), title: z.string(), users: count, channel_points: count }),
  ),
  status: z.string(),
  winning_outcome_id: maybeText,
  created_at: z.string(),
  locked_at: z.nullish(z.string()),
  ended_at: z.nullish(z.string()),
});

/** Reads a row of Get Predictions. Throws a `ZodError` for what is none. */
export function toPastPrediction(row: unknown): PastPrediction {
  const { id: predictionId, title, ...raw } = predictionSchema.parse(row);
  const endedAt = parseTimestamp(raw.ended_at);
  return {
    predictionId,
    title,
    outcomes: raw.outcomes.map(({ channel_points: channelPoints, ...outcome }) => ({
      ...outcome,
      channelPoints,
    })),
    // EventSub writes in small letters what Helix writes in capitals.
    status: endedAt === null ? null : raw.status.toLowerCase(),
    winnerId: raw.winning_outcome_id,
    startedAt: Date.parse(raw.created_at),
    lockedAt: parseTimestamp(raw.locked_at),
    endedAt,
  };
}
