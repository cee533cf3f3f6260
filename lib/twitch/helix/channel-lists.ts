import type { ApiClient } from '@twurple/api';
import { type DataObject, getRawData } from '@twurple/common';
import * as z from 'zod/mini';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import { parseUserName } from '@/lib/domain/channel/user-name';

/** What Helix gives at most in one answer. */
const PAGE = 100;
/** Whoever follows more than a thousand channels is not made to wait for all of them. */
const MOST_PAGES = 10;
/** More than are ever shown, since some are left out. */
const FOUND = 20;

const loginSchema = z.string().check(z.refine((login) => parseUserName(login) === login));

const followedSchema = z.object({
  broadcaster_id: z.string(),
  broadcaster_login: loginSchema,
  broadcaster_name: z.string(),
});

const foundSchema = z.object({
  id: z.string(),
  broadcaster_login: loginSchema,
  display_name: z.string(),
  is_live: z.boolean(),
  // The picture of the user, whatever it is called.
  thumbnail_url: z.string(),
});

const pictureSchema = z.object({ id: z.string(), profile_image_url: z.string() });

const streamSchema = z.object({ user_id: z.string() });

/** The rows that are what they should be. One that is not must not keep out the others. */
function rowsOf<Schema extends z.ZodMiniType>(
  schema: Schema,
  objects: readonly DataObject<unknown>[],
): z.infer<Schema>[] {
  return objects.flatMap((object) => {
    const parsed = z.safeParse(schema, getRawData(object));
    return parsed.success ? [parsed.data] : [];
  });
}

async function follows(client: ApiClient, userId: string) {
  const pages = client.channels.getFollowedChannelsPaginated(userId);
  const channels: DataObject<unknown>[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    channels.push(...(await pages.getNext()));
    if (pages.currentCursor === undefined) break;
  }
  return rowsOf(followedSchema, channels);
}

async function picturesOf(client: ApiClient, ids: readonly string[]): Promise<Map<string, string>> {
  const starts = Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, page) => page * PAGE);
  const users = await Promise.all(
    starts.map((start) => client.users.getUsersByIds(ids.slice(start, start + PAGE))),
  );
  const rows = rowsOf(pictureSchema, users.flat());
  return new Map(rows.map(({ id, profile_image_url: url }) => [id, url]));
}

/** Ids of the followed channels that are live, of many the most watched. */
async function followedLive(client: ApiClient, userId: string): Promise<Set<string>> {
  const { data } = await client.streams.getFollowedStreams(userId, { limit: PAGE });
  return new Set(rowsOf(streamSchema, data).map(({ user_id }) => user_id));
}

/** The channels a user follows, the latest followed first, at most a thousand. */
export async function readFollowedChannels(
  client: ApiClient,
  userId: string,
): Promise<Suggestion[]> {
  const channels = await follows(client, userId);
  const ids = channels.map(({ broadcaster_id }) => broadcaster_id);
  const [pictures, live] = await Promise.all([
    picturesOf(client, ids),
    followedLive(client, userId),
  ]);
  return channels.map(({ broadcaster_id: id, broadcaster_login: login, broadcaster_name }) => ({
    id,
    login,
    name: broadcaster_name || login,
    avatarUrl: pictures.get(id) ?? '',
    isLive: live.has(id),
  }));
}

/** The channels Twitch finds for a text, in its own order. */
export async function findChannels(client: ApiClient, query: string): Promise<Suggestion[]> {
  const { data } = await client.search.searchChannels(query, { limit: FOUND });
  return rowsOf(foundSchema, data).map((row) => ({
    id: row.id,
    login: row.broadcaster_login,
    name: row.display_name || row.broadcaster_login,
    avatarUrl: row.thumbnail_url,
    isLive: row.is_live,
  }));
}
