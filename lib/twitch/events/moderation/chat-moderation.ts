import * as z from 'zod/mini';
import { CHAT_MODES } from '@/lib/domain/event/moderation';
import { maybeCount, part } from '@/lib/twitch/payload/fields';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type Mappers, mapper } from '../mapper';

const target = z.object(userFields('target_user'));

/** `null` for a mode that is missing: it is neither on nor off. */
const mode = part(z.boolean());

const settings = z.object({
  emote_mode: mode,
  follower_mode: mode,
  follower_mode_duration_minutes: maybeCount,
  slow_mode: mode,
  slow_mode_wait_time_seconds: maybeCount,
  subscriber_mode: mode,
  unique_chat_mode: mode,
});

/**
 * Mappers of moderation that every viewer receives. These types do not name the moderator. The
 * settings of chat come whole and not as what changed, so the event keeps those before it too:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelchat_settingsupdate
 */
export const CHAT_MODERATION_MAPPERS: Mappers = {
  'channel.chat.clear': mapper(z.object({}), () => ({
    kind: 'chat_clear',
    viewer: null,
    detail: { moderator: null },
  })),
  'channel.chat.clear_user_messages': mapper(target, (event) => ({
    kind: 'user_messages_cleared',
    viewer: userOf(event, 'target_user'),
    detail: { moderator: null },
  })),
  'channel.chat.message_delete': mapper(target, (event) => ({
    kind: 'message_delete',
    viewer: userOf(event, 'target_user'),
    detail: { moderator: null },
  })),
  'channel.chat_settings.update': mapper(settings, (event, { chatBefore }) => {
    const isOn = {
      emote: event.emote_mode,
      follower: event.follower_mode,
      slow: event.slow_mode,
      subscriber: event.subscriber_mode,
      unique: event.unique_chat_mode,
    };
    return {
      kind: 'chat_settings',
      viewer: null,
      detail: {
        moderator: null,
        on: CHAT_MODES.filter((name) => isOn[name] === true),
        off: CHAT_MODES.filter((name) => isOn[name] === false),
        slowSeconds: event.slow_mode_wait_time_seconds,
        followerMinutes: event.follower_mode_duration_minutes,
        ...(chatBefore !== undefined && { before: chatBefore }),
      },
    };
  }),
};
