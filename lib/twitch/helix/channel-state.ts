import type { ApiClient } from '@twurple/api';
import * as z from 'zod/mini';
import type { ChannelState } from '@/lib/domain/channel/channel';
import type { ChannelInfo } from '@/lib/domain/event/event';
import { parseRow } from './parse-row';

const streamSchema = z.object({ id: z.string(), started_at: z.string() });

const channelSchema = z.object({
  title: z.string(),
  game_name: z.string(),
  broadcaster_language: z.string(),
  content_classification_labels: z.nullish(z.array(z.string())),
});

/** Returns the live stream of a user, or `null` if the channel is offline. */
export async function readStream(client: ApiClient, userId: string): Promise<ChannelState['live']> {
  const row = await client.streams.getStreamByUserId(userId);
  if (row === null) return null;
  const { id: streamId, started_at } = parseRow(streamSchema, row);
  return { streamId, startedAt: Date.parse(started_at) };
}

/** Returns title, category, language and labels of a channel, or `null` if it does not exist. */
export async function readChannelInfo(
  client: ApiClient,
  userId: string,
): Promise<ChannelInfo | null> {
  const row = await client.channels.getChannelInfoById(userId);
  if (row === null) return null;
  const channel = parseRow(channelSchema, row);
  return {
    title: channel.title,
    category: channel.game_name,
    language: channel.broadcaster_language,
    labels: channel.content_classification_labels ?? [],
  };
}
