import type { HelixClient } from './client';

/** Returns the ids of all channels that the user of the token moderates. */
export async function readModeratedChannels(
  client: HelixClient,
  userId: string,
): Promise<string[]> {
  const ids: string[] = [];
  const channels = client.moderation.getModeratedChannelsPaginated(userId);
  for await (const { id } of channels) ids.push(id);
  return ids;
}
