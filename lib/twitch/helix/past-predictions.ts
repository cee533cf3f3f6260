import type { HelixPrediction } from '@twurple/api';
import * as z from 'zod/mini';
import type { Prediction } from '@/lib/domain/event/together';
import { count, maybeText } from '../payload/fields';
import { parseTimestamp } from '../payload/timestamp';
import type { HelixClient } from './client';
import { parseRow } from './parse-row';

/** A prediction that Helix lists. Times are in milliseconds since 1970. */
export interface PastPrediction extends Prediction {
  startedAt: number;
  /** `null` while viewers can still predict, and if it ended before it was locked. */
  lockedAt: number | null;
  /** `null` if it has not ended. */
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

/** Returns the latest predictions of a streamer, at most one page. Needs the streamer's token. */
export async function readPastPredictions(
  client: HelixClient,
  streamerId: string,
): Promise<PastPrediction[]> {
  const page = await client.predictions.getPredictions(streamerId);
  return page.data.map(toPastPrediction);
}

function toPastPrediction(row: HelixPrediction): PastPrediction {
  const { id: predictionId, title, ...raw } = parseRow(predictionSchema, row);
  const endedAt = parseTimestamp(raw.ended_at);
  return {
    predictionId,
    title,
    outcomes: raw.outcomes.map(({ channel_points: channelPoints, ...outcome }) => ({
      ...outcome,
      channelPoints,
    })),
    // Helix writes a status in capitals, EventSub in small letters.
    status: endedAt === null ? null : raw.status.toLowerCase(),
    winnerId: raw.winning_outcome_id,
    startedAt: Date.parse(raw.created_at),
    lockedAt: parseTimestamp(raw.locked_at),
    endedAt,
  };
}
