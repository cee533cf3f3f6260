import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import type { Streamer } from '@/lib/domain/channel/channel';

const PREFIX = 'favorite:';

const schema = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  avatarUrl: z.string(),
});

/** The favorite of a Twitch account, or `null`; also `null` for something that can't be one. */
export async function favoriteOf(accountId: string): Promise<Streamer | null> {
  const parsed = z.safeParse(schema, await storage.getItem(`sync:${PREFIX}${accountId}`));
  return parsed.success ? parsed.data : null;
}

/** Keeps the favorite of a Twitch account, on every machine of the user's. */
export async function storeFavorite(accountId: string, streamer: Streamer): Promise<void> {
  await storage.setItem(`sync:${PREFIX}${accountId}`, streamer);
}

/** Whether a key of `storage.sync` holds some account's favorite. */
export function isFavoriteKey(key: string): boolean {
  return key.startsWith(PREFIX);
}
