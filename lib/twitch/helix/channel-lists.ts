import type { HelixFollowedChannel } from '@twurple/api';
import * as z from 'zod/mini';
import { parseLogin } from '@/lib/domain/channel/login';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { HelixClient } from './client';
import { parseValidRows } from './parse-row';

/** The largest page of Helix. */
const PAGE_SIZE = 100;
/** A viewer who follows more than a thousand channels should not have to wait for all of them. */
const MAX_PAGES = 10;
/** More than are ever shown, because invalid ones are left out. */
const MAX_SEARCH_RESULTS = 20;

const loginSchema = z.string().check(z.refine((login) => parseLogin(login) === login));

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
  // The avatar of the user, despite its name.
  thumbnail_url: z.string(),
});

const avatarSchema = z.object({ id: z.string(), profile_image_url: z.string() });

const streamSchema = z.object({ user_id: z.string() });

const liveSchema = z.object({
  user_id: z.string(),
  user_login: loginSchema,
  user_name: z.string(),
  viewer_count: z.catch(z.number(), 0),
  title: z.catch(z.string(), ''),
  game_name: z.catch(z.string(), ''),
});

/** Returns the channels that a user follows, latest first, at most a thousand. */
export async function readFollowedChannels(
  client: HelixClient,
  userId: string,
): Promise<Suggestion[]> {
  const channels = await readFollows(client, userId);
  const ids = channels.map(({ broadcaster_id }) => broadcaster_id);
  const [avatars, liveIds] = await Promise.all([
    readAvatars(client, ids),
    readFollowedLiveIds(client, userId),
  ]);
  return channels.map(({ broadcaster_id: id, broadcaster_login: login, broadcaster_name }) => ({
    id,
    login,
    name: broadcaster_name || login,
    avatarUrl: avatars.get(id) ?? '',
    isLive: liveIds.has(id),
  }));
}

/** Returns the followed channels that are live, most watched first, at most `limit`. */
export async function readFollowedLive(
  client: HelixClient,
  userId: string,
  limit: number,
): Promise<Suggestion[]> {
  const { data } = await client.streams.getFollowedStreams(userId, { limit: PAGE_SIZE });
  const live = parseValidRows(liveSchema, data)
    .toSorted((a, b) => b.viewer_count - a.viewer_count)
    .slice(0, limit);
  const avatars = await readAvatars(
    client,
    live.map(({ user_id }) => user_id),
  );
  return live.map(({ user_id: id, user_login: login, user_name, ...stream }) => ({
    id,
    login,
    name: user_name || login,
    avatarUrl: avatars.get(id) ?? '',
    isLive: true,
    stream: { title: stream.title, category: stream.game_name, viewers: stream.viewer_count },
  }));
}

/** Returns the channels that Twitch finds for a text, in Twitch's order. */
export async function searchChannels(client: HelixClient, query: string): Promise<Suggestion[]> {
  const { data } = await client.search.searchChannels(query, { limit: MAX_SEARCH_RESULTS });
  return parseValidRows(foundSchema, data).map((row) => ({
    id: row.id,
    login: row.broadcaster_login,
    name: row.display_name || row.broadcaster_login,
    avatarUrl: row.thumbnail_url,
    isLive: row.is_live,
  }));
}

async function readFollows(client: HelixClient, userId: string) {
  const pages = client.channels.getFollowedChannelsPaginated(userId);
  const rows: HelixFollowedChannel[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    rows.push(...(await pages.getNext()));
    if (pages.currentCursor === undefined) break;
  }
  return parseValidRows(followedSchema, rows);
}

/** Returns avatar URLs by user id. */
async function readAvatars(
  client: HelixClient,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const pageCount = Math.ceil(ids.length / PAGE_SIZE);
  const starts = Array.from({ length: pageCount }, (_, page) => page * PAGE_SIZE);
  const users = await Promise.all(
    starts.map((start) => client.users.getUsersByIds(ids.slice(start, start + PAGE_SIZE))),
  );
  const rows = parseValidRows(avatarSchema, users.flat());
  return new Map(rows.map(({ id, profile_image_url: url }) => [id, url]));
}

/** Returns the ids of followed channels that are live, at most the 100 most watched ones. */
async function readFollowedLiveIds(client: HelixClient, userId: string): Promise<Set<string>> {
  const { data } = await client.streams.getFollowedStreams(userId, { limit: PAGE_SIZE });
  return new Set(parseValidRows(streamSchema, data).map(({ user_id }) => user_id));
}
