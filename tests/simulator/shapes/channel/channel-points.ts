import type { Person } from '../../world/people/person.ts';
import { type Fragment, messageBody } from '../chat/message-body.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, userFields } from '../user-fields.ts';

export interface Reward {
  id: string;
  title: string;
  cost: number;
  prompt: string;
}

export const A_REWARD: Reward = {
  id: '9001e9e2-5e0f-4d0e-8b07-3c6d7a54a4a1',
  title: 'Name a chicken',
  cost: 5_000,
  prompt: 'Which name shall it be?',
};

export interface RedemptionOptions {
  id?: string;
  broadcaster?: Person;
  user?: Person;
  user_input?: string;
  status?: 'unknown' | 'unfulfilled' | 'fulfilled' | 'canceled';
  reward?: Partial<Reward>;
  redeemed_at?: string;
}

/** Returns the event of `channel.channel_points_custom_reward_redemption.add` and `.update`. */
export function rewardRedemption(options: RedemptionOptions = {}): EventShape {
  return {
    id: options.id ?? derivedId({ redemption: options.user?.id, at: options.redeemed_at }),
    ...channelFields(options.broadcaster),
    ...userFields(options.user),
    user_input: options.user_input ?? '',
    status: options.status ?? 'unfulfilled',
    reward: { ...A_REWARD, ...options.reward },
    redeemed_at: options.redeemed_at ?? moment(),
  };
}

export interface AutomaticRedemptionOptions {
  id?: string;
  broadcaster?: Person;
  user?: Person;
  reward?: {
    type?: string;
    channel_points?: number;
    emote?: { id: string; name: string } | null;
  };
  message?: string | readonly Fragment[] | null;
  redeemed_at?: string;
}

const A_HIGHLIGHT = { type: 'send_highlighted_message', channel_points: 300, emote: null };

/** Returns fragments in this type's form: emotes only have an id, and other kinds are missing. */
function briefBody(message: string | readonly Fragment[]) {
  const { text, fragments } = messageBody(message);
  const brief = fragments.map(({ type, text, emote }) => ({
    text,
    type,
    emote: emote && { id: emote.id },
  }));
  return { text, fragments: brief };
}

/** Returns the event of `channel.channel_points_automatic_reward_redemption.add` version 2. */
export function automaticRedemption(options: AutomaticRedemptionOptions = {}): EventShape {
  const { message = 'hello from a highlight' } = options;
  return {
    ...channelFields(options.broadcaster),
    ...userFields(options.user),
    id: options.id ?? derivedId(options),
    reward: { ...A_HIGHLIGHT, ...options.reward },
    message: message === null ? null : briefBody(message),
    redeemed_at: options.redeemed_at ?? moment(),
  };
}

export interface CustomRewardOptions {
  broadcaster?: Person;
  reward?: Partial<Reward>;
  is_enabled?: boolean;
  is_paused?: boolean;
  is_user_input_required?: boolean;
}

function imagesOf(path: string) {
  const url = (size: number) => `https://static-cdn.jtvnw.net/${path}-${size}.png`;
  return { url_1x: url(1), url_2x: url(2), url_4x: url(4) };
}

/** Returns the event of `channel.channel_points_custom_reward.add`, `.update` and `.remove`. */
export function customReward(options: CustomRewardOptions = {}): EventShape {
  const { id, ...reward } = { ...A_REWARD, ...options.reward };
  return {
    id,
    ...channelFields(options.broadcaster),
    is_enabled: options.is_enabled ?? true,
    is_paused: options.is_paused ?? false,
    is_in_stock: true,
    ...reward,
    is_user_input_required: options.is_user_input_required ?? true,
    should_redemptions_skip_request_queue: false,
    max_per_stream: { is_enabled: false, value: 0 },
    max_per_user_per_stream: { is_enabled: false, value: 0 },
    global_cooldown: { is_enabled: false, seconds: 0 },
    cooldown_expires_at: null,
    redemptions_redeemed_current_stream: null,
    background_color: '#6441A4',
    image: null,
    default_image: imagesOf('custom-reward-images/default'),
  };
}
