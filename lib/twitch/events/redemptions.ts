import * as z from 'zod/mini';
import { count, maybeText, part, text } from '../payload/fields';
import { chatText, fragmentedMessage, textWithoutCheermotes } from '../payload/message-text';
import { userFields, userOf } from '../payload/users';
import { type Mappers, mapper } from './mapper';

const user = userFields('user');

const custom = z.object({
  ...user,
  id: maybeText,
  user_input: chatText,
  reward: part(z.object({ title: text, cost: count })),
});

const automatic = z.object({
  ...user,
  id: maybeText,
  message: fragmentedMessage,
  reward: part(
    z.object({ type: text, channel_points: count, emote: part(z.object({ name: text })) }),
  ),
});

function keyOf({ id }: { id: string | null }) {
  return id === null ? {} : { naturalKey: `redemption:${id}` };
}

/** Mappers of redemptions of channel points. Twitch sends them to the streamer only. */
export const REDEMPTION_MAPPERS: Mappers = {
  'channel.channel_points_custom_reward_redemption.add': mapper(custom, (event) => ({
    kind: 'redemption',
    viewer: userOf(event, 'user'),
    ...keyOf(event),
    detail: {
      message: event.user_input,
      rewardType: 'custom',
      title: event.reward?.title ?? '',
      cost: event.reward?.cost ?? 0,
    },
  })),
  // It reports that a redemption was fulfilled or canceled. The redemption is recorded already.
  'channel.channel_points_custom_reward_redemption.update': () => 'ignored',
  'channel.channel_points_automatic_reward_redemption.add': mapper(automatic, (event) => {
    // The channel.chat.message of it is recorded instead, which every viewer receives.
    if (event.reward?.type === 'send_highlighted_message') return 'ignored';
    return {
      kind: 'redemption',
      viewer: userOf(event, 'user'),
      ...keyOf(event),
      detail: {
        message: textWithoutCheermotes(event.message),
        rewardType: event.reward?.type ?? '',
        title: event.reward?.emote?.name ?? '',
        cost: event.reward?.channel_points ?? 0,
      },
    };
  }),
};
