import type { ApiClient } from '@twurple/api';

/** Returns the ids of all channels that the user of the token moderates. */
export async function readModeratedChannels(client: ApiClient, userId: string): Promise<string[]> {
  const ids: string[] = [];
  const channels = client.moderation.getModeratedChannelsPaginated(userId);
  for await (const { id } of channels) ids.push(id);
  return ids;
}
