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

/** A VOD with the user whose broadcast it is. */
export interface VodOfUser extends Vod {
  userId: string;
}

const videoSchema = z.object({
  id: z.string(),
  user_id: z.string(),
  type: z.string(),
  stream_id: z.nullish(z.string()),
  created_at: z.string(),
  duration: z.string(),
  url: z.string(),
});

/** Returns the latest VODs of a user, newest first. */
export async function readVods(client: HelixClient, userId: string, limit: number): Promise<Vod[]> {
  const page = await orNone(client.videos.getVideosByUser(userId, { type: 'archive', limit }));
  return page?.data.map((row) => toVod(parseRow(videoSchema, row))) ?? [];
}

/** Returns the VOD with an id; `null` if there is none, or if it is a video of another type. */
export async function readVod(client: HelixClient, id: string): Promise<VodOfUser | null> {
  const video = await orNone(client.videos.getVideoById(id));
  if (video === null) return null;
  const row = parseRow(videoSchema, video);
  return row.type === 'archive' ? { ...toVod(row), userId: row.user_id } : null;
}

/** Helix answers 404 if there is no video: https://dev.twitch.tv/docs/api/reference/#get-videos */
async function orNone<Value>(answer: Promise<Value>): Promise<Value | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof HttpStatusCodeError && error.statusCode === 404) return null;
    throw error;
  }
}

function toVod({ id, url, stream_id, created_at, duration }: z.infer<typeof videoSchema>): Vod {
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
