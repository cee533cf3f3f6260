import { MODERATOR, OTHER_STREAMER } from '../../world/people/accounts.ts';
import { A_REWARD } from '../channel/channel-points.ts';
import type { ChatMessageOptions } from './chat-message.ts';
import { emoteFragment, gifFragment, mentionFragment, textFragment } from './message-body.ts';

const GIF_URL = 'https://media4.giphy.com/media/g1/giphy.gif';
const NO_KIND = { cheermote: null, emote: null, mention: null };

/** Forms of chat messages other than the plain one. */
export const CHAT_MESSAGE_FORMS = {
  cheer: { bits: 100, message: 'for the new lamp' },
  'cheer without text': { bits: 5_000, message: '' },
  'message effect': {
    message_type: 'power_ups_message_effect',
    message: 'look at this',
    channel_points_animation_id: 'simmer',
  },
  'gigantified emote': {
    message_type: 'power_ups_gigantified_emote',
    message: [textFragment('wow '), emoteFragment('Kappa', '25')],
  },
  highlight: { message_type: 'channel_points_highlighted', message: 'please read this' },
  'sub-only bypass': { message_type: 'channel_points_sub_only', message: 'hello from outside' },
  introduction: { message_type: 'user_intro', message: 'first time here, hello!' },
  'reward with text': {
    message: 'Henrietta',
    channel_points_custom_reward_id: A_REWARD.id,
  },
  'emote and mention': {
    message: [mentionFragment(MODERATOR), textFragment(' '), emoteFragment('Kappa', '25')],
  },
  gif: { message: [gifFragment('happy dance', 'g1', GIF_URL)] },
  reply: { replyTo: { id: 'm-1', text: 'hi', author: MODERATOR } },
  'from a shared chat': { source: OTHER_STREAMER },
  'unknown message type': { message_type: 'hologram', message: 'can you see me?' },
  'unknown fragment': { message: [{ type: 'hologram', text: '(wave)', ...NO_KIND }] },
} as const satisfies Record<string, ChatMessageOptions>;
