import type { HelixVideo } from '@twurple/api';
import { HttpStatusCodeError } from '@twurple/api-call';
import * as z from 'zod/mini';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import type { HelixClient } from './client';
import { parseRow } from './parse-row';

/** Twitch's video of a broadcast. It exists from the start of the broadcast, and grows with it. */
export interface Vod {
  id: string;
  /** The stream of the broadcast; `null` if Twitch does not report it. */
  streamId: string | null;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Milliseconds since 1970. During the broadcast it is the end of the part that is ready. */
  endsAt: number;
  url: string;
}

const videoSchema = z.object({
  id: z.string(),
  stream_id: z.nullish(z.string()),
  created_at: z.string(),
  duration: z.string(),
  url: z.string(),
});

/** Returns the latest VODs of a user, newest first. */
export async function readVods(client: HelixClient, userId: string, limit: number): Promise<Vod[]> {
  try {
    const page = await client.videos.getVideosByUser(userId, { type: 'archive', limit });
    return page.data.map(toVod);
  } catch (error) {
    // Helix answers 404 if there is no video: https://dev.twitch.tv/docs/api/reference/#get-videos
    if (error instanceof HttpStatusCodeError && error.statusCode === 404) return [];
    throw error;
  }
}

function toVod(row: HelixVideo): Vod {
  const { id, url, stream_id, created_at, duration } = parseRow(videoSchema, row);
  const startedAt = Date.parse(created_at);
  const endsAt = startedAt + parseDuration(duration);
  return { id, streamId: stream_id ?? null, startedAt, endsAt, url };
}

const UNIT_MS: Readonly<Record<string, number>> = { h: HOUR, m: MINUTE, s: SECOND };

/** Returns milliseconds. Twitch writes `3h8m33s` and leaves out units that are not needed. */
function parseDuration(text: string): number {
  return [...text.matchAll(/(\d+)([hms])/g)].reduce(
    (sum, [, number, unit = '']) => sum + Number(number) * (UNIT_MS[unit] ?? 0),
    0,
  );
}
