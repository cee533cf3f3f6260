import { userFields } from './users';

/** Fields of the channel that a message of a shared chat was written in. */
export const sourceBroadcaster = userFields('source_broadcaster_user');

/**
 * Returns true if a message was written in another channel of a shared chat. Twitch sends such a
 * message to every channel of the shared chat:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelchatmessage
 */
export function isFromOtherChannel(sourceId: string | null, streamerId: string): boolean {
  return sourceId !== null && sourceId !== streamerId;
}
