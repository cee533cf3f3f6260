import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import type { Streamer } from '@/lib/domain/channel/channel';
import { writeSynced } from './sync-problem';

const PREFIX = 'favorite:';

const schema = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  avatarUrl: z.string(),
});

/** Returns the favorite of a Twitch account; `null` if there is none, or if it cannot be read. */
export async function favoriteOf(accountId: string): Promise<Streamer | null> {
  const parsed = z.safeParse(schema, await storage.getItem(`sync:${PREFIX}${accountId}`));
  return parsed.success ? parsed.data : null;
}

/** Stores the favorite of a Twitch account. The browser syncs it to the user's other computers. */
export async function storeFavorite(accountId: string, streamer: Streamer): Promise<void> {
  await writeSynced(() => storage.setItem(`sync:${PREFIX}${accountId}`, streamer));
}

/** Returns true if a key of `storage.sync` holds the favorite of an account. */
export function isFavoriteKey(key: string): boolean {
  return key.startsWith(PREFIX);
}
