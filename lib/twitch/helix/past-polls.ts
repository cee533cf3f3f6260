import type { HelixPoll } from '@twurple/api';
import * as z from 'zod/mini';
import type { Poll } from '@/lib/domain/event/together';
import { count } from '../payload/fields';
import { parseTimestamp } from '../payload/timestamp';
import type { HelixClient } from './client';
import { parseRow } from './parse-row';

/** A poll that Helix lists. Times are in milliseconds since 1970. */
export interface PastPoll extends Poll {
  startedAt: number;
  /** `null` if it has not ended. */
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

/** Returns the latest polls of a streamer, at most one page. Needs the streamer's token. */
export async function readPastPolls(client: HelixClient, streamerId: string): Promise<PastPoll[]> {
  const page = await client.polls.getPolls(streamerId);
  return page.data.map(toPastPoll);
}

function toPastPoll(row: HelixPoll): PastPoll {
  const { id: pollId, title, choices, ...raw } = parseRow(pollSchema, row);
  const endedAt = parseTimestamp(raw.ended_at);
  return {
    pollId,
    title,
    choices,
    // Helix writes a status in capitals, EventSub in small letters.
    status: endedAt === null ? null : raw.status.toLowerCase(),
    startedAt: Date.parse(raw.started_at),
    endedAt,
  };
}
