import * as z from 'zod/mini';
import { HOUR, MINUTE, SECOND } from '@/lib/time';

/** The recording of a broadcast, as far as it has come. */
export interface Vod {
  id: string;
  /** The stream it was made of; `null` where Twitch does not say. */
  streamId: string | null;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** While the broadcast goes on: how far the recording has come. */
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

/** Reads a row of Get Videos. Throws a `ZodError` for what is none. */
export function toVod(row: unknown): Vod {
  const { id, url, ...raw } = videoSchema.parse(row);
  const startedAt = Date.parse(raw.created_at);
  return {
    id,
    streamId: raw.stream_id ?? null,
    startedAt,
    endsAt: startedAt + durationMs(raw.duration),
    url,
  };
}

const UNIT_MS: Readonly<Record<string, number>> = { h: HOUR, m: MINUTE, s: SECOND };

/** Twitch writes a duration as `3h8m33s`, without the units it does not need. */
function durationMs(words: string): number {
  return [...words.matchAll(/(\d+)([hms])/g)].reduce(
    (sum, [, number, unit = '']) => sum + Number(number) * (UNIT_MS[unit] ?? 0),
    0,
  );
}
