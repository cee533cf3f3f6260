import type { ApiClient } from '@twurple/api';

/** Returns true if the user of the token moderates a channel. */
export async function moderatesChannel(
  client: ApiClient,
  userId: string,
  streamerId: string,
): Promise<boolean> {
  const channels = client.moderation.getModeratedChannelsPaginated(userId);
  for await (const channel of channels) if (channel.id === streamerId) return true;
  return false;
}
