import { type DataObject, getRawData } from '@twurple/common';
import * as z from 'zod/mini';
import type { ChannelState } from '@/lib/domain/channel/channel';
import type { ChannelInfo } from '@/lib/domain/event/event';
import type { HelixClient } from './client';
import { parseRow, parseValidRows } from './parse-row';

/** The largest page of Helix. */
const PAGE_SIZE = 100;

const timestampSchema = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));

const streamSchema = z.object({ id: z.string(), started_at: timestampSchema });

const userStreamSchema = z.extend(streamSchema, { user_id: z.string() });

const watchedSchema = z.object({
  user_id: z.string(),
  viewer_count: z.int().check(z.nonnegative()),
});

const userSchema = z.object({ user_id: z.string() });

const channelSchema = z.object({
  title: z.string(),
  game_name: z.string(),
  broadcaster_language: z.string(),
  content_classification_labels: z.nullish(z.array(z.string())),
});

const userChannelSchema = z.extend(channelSchema, { broadcaster_id: z.string() });

/** The streams of several channels. */
export interface StreamsOfUsers {
  /** The live streams by user id. */
  live: ReadonlyMap<string, NonNullable<ChannelState['live']>>;
  /** The ids of users whose streams could not be read, so that nothing is known about them. */
  unreadable: ReadonlySet<string>;
}

/** Returns the live stream of a user, or `null` if the channel is offline. */
export async function readStream(
  client: HelixClient,
  userId: string,
): Promise<ChannelState['live']> {
  const row = await client.streams.getStreamByUserId(userId);
  return row === null ? null : toLive(parseRow(streamSchema, row));
}

/** Returns the live streams of at most a hundred users, with one request. */
export async function readStreams(
  client: HelixClient,
  userIds: readonly string[],
): Promise<StreamsOfUsers> {
  // Without an id, Helix would return the streams of anybody.
  if (userIds.length === 0) return { live: new Map(), unreadable: new Set() };
  const { data } = await client.streams.getStreams({ userId: [...userIds], limit: PAGE_SIZE });
  const live = new Map(
    parseValidRows(userStreamSchema, data).map((row) => [row.user_id, toLive(row)]),
  );
  return { live, unreadable: unreadableOf(data, userIds, live) };
}

/**
 * Returns how many viewers the live streams of at most a hundred users have, by user id, with one
 * request. Who is offline, or whose number could not be read, is missing.
 */
export async function readViewers(
  client: HelixClient,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (userIds.length === 0) return new Map();
  const { data } = await client.streams.getStreams({ userId: [...userIds], limit: PAGE_SIZE });
  return new Map(parseValidRows(watchedSchema, data).map((row) => [row.user_id, row.viewer_count]));
}

/** Returns title, category, language and labels of a channel, or `null` if it does not exist. */
export async function readChannelInfo(
  client: HelixClient,
  userId: string,
): Promise<ChannelInfo | null> {
  const row = await client.channels.getChannelInfoById(userId);
  return row === null ? null : toInfo(parseRow(channelSchema, row));
}

/**
 * Returns title, category, language and labels of at most a hundred channels by user id, with one
 * request. A channel that does not exist, or that could not be read, is missing.
 */
export async function readChannelInfos(
  client: HelixClient,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, ChannelInfo>> {
  if (userIds.length === 0) return new Map();
  const rows = await client.channels.getChannelInfoByIds([...userIds]);
  return new Map(
    parseValidRows(userChannelSchema, rows).map((row) => [row.broadcaster_id, toInfo(row)]),
  );
}

/** Returns the users of rows that do not match; everybody who is not live if one names nobody. */
function unreadableOf(
  rows: readonly DataObject<unknown>[],
  userIds: readonly string[],
  live: StreamsOfUsers['live'],
): ReadonlySet<string> {
  const users = rows.map((row) => z.safeParse(userSchema, getRawData(row)).data?.user_id);
  const named = new Set(users);
  return new Set(userIds.filter((id) => !live.has(id) && (named.has(id) || named.has(undefined))));
}

function toLive({ id, started_at }: z.infer<typeof streamSchema>) {
  return { streamId: id, startedAt: Date.parse(started_at) };
}

function toInfo(row: z.infer<typeof channelSchema>): ChannelInfo {
  return {
    title: row.title,
    category: row.game_name,
    language: row.broadcaster_language,
    labels: row.content_classification_labels ?? [],
  };
}
