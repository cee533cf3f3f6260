/** One subscription to be made, as Twitch is asked for it. */
export interface PlannedSubscription {
  type: string;
  version: string;
  condition: Record<string, string>;
  /** Of the ten that a viewer has for somebody else's channel. */
  cost: 0 | 1;
}

/** The type without which most of what happens on a channel can't be heard. */
export const CHAT_NOTICES = 'channel.chat.notification';

/** Who listens to whom. */
export interface ListenTarget {
  streamerId: string;
  viewerId: string;
}

/**
 * The subscriptions a plain viewer can have for a streamer, in the order they are made. What costs
 * nothing comes first, so that Twitch's deadline for the first subscription is met without budget.
 * Incoming raids are taken from chat, where they cost nothing; so this plan costs 4 of 10, and fits
 * beside a dead session that still counts.
 */
export function planFor({ streamerId, viewerId }: ListenTarget): PlannedSubscription[] {
  const channel = { broadcaster_user_id: streamerId };
  const chat = { ...channel, user_id: viewerId };
  return [
    { type: CHAT_NOTICES, version: '1', condition: chat, cost: 0 },
    { type: 'channel.chat.message', version: '1', condition: chat, cost: 0 },
    { type: 'stream.online', version: '1', condition: channel, cost: 1 },
    { type: 'stream.offline', version: '1', condition: channel, cost: 1 },
    { type: 'channel.update', version: '2', condition: channel, cost: 1 },
    {
      type: 'channel.raid',
      version: '1',
      condition: { from_broadcaster_user_id: streamerId },
      cost: 1,
    },
  ];
}
