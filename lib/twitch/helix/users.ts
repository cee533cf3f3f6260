import type { HelixUser } from '@twurple/api';
import * as z from 'zod/mini';
import type { HelixClient } from './client';
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
  client: HelixClient,
  login: string,
): Promise<TwitchUser | null> {
  return toUser(await client.users.getUserByName(login));
}

/** Returns the user with this id, or `null`. */
export async function readUserById(client: HelixClient, id: string): Promise<TwitchUser | null> {
  return toUser(await client.users.getUserById(id));
}

/**
 * Returns the users with these ids. A user who was renamed has the new names. A user who was
 * deleted or suspended is missing: https://dev.twitch.tv/docs/api/reference/#get-users
 */
export async function readUsersByIds(
  client: HelixClient,
  ids: readonly string[],
): Promise<TwitchUser[]> {
  const rows = await client.users.getUsersByIds([...ids]);
  return rows.map(parseUser);
}

function toUser(row: HelixUser | null): TwitchUser | null {
  return row === null ? null : parseUser(row);
}

function parseUser(row: HelixUser): TwitchUser {
  const { id, login, display_name: name, profile_image_url: avatarUrl } = parseRow(userSchema, row);
  return { id, login, name, avatarUrl };
}
