import type { ApiClient, HelixUser } from '@twurple/api';
import * as z from 'zod/mini';
import { parseRow } from './parse-row';

/** A Twitch user. */
export interface TwitchUser {
  id: string;
  login: string;
  /** The display name. */
  name: string;
  avatarUrl: string;
}

const userSchema = z.object({
  id: z.string(),
  login: z.string(),
  display_name: z.string(),
  profile_image_url: z.string(),
});

/** Returns the user with this login, or `null`. */
export async function readUserByLogin(
  client: ApiClient,
  login: string,
): Promise<TwitchUser | null> {
  return toUser(await client.users.getUserByName(login));
}

/** Returns the user with this id, or `null`. */
export async function readUserById(client: ApiClient, id: string): Promise<TwitchUser | null> {
  return toUser(await client.users.getUserById(id));
}

function toUser(row: HelixUser | null): TwitchUser | null {
  if (row === null) return null;
  const { id, login, display_name: name, profile_image_url: avatarUrl } = parseRow(userSchema, row);
  return { id, login, name, avatarUrl };
}
