import type { Person } from '../../world/people/person.ts';
import { cheerFragments, type Fragment, messageBody } from '../chat/message-body.ts';
import { derivedId } from '../chat/shared-chat.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelKeys, userKeys } from '../user-fields.ts';

export interface CheerOptions {
  broadcaster?: Person;
  /** Null names nobody. */
  user?: Person | null;
  bits?: number;
  /** The words beside the cheermote. */
  message?: string;
}

/** The event of `channel.cheer`. */
export function channelCheer(options: CheerOptions = {}): EventShape {
  const { bits = 100, message = '' } = options;
  return {
    is_anonymous: options.user === null,
    ...userKeys(options.user),
    ...channelKeys(options.broadcaster),
    message: messageBody(cheerFragments(bits, message)).text,
    bits,
  };
}

export interface PowerUp {
  type: string;
  emote: { id: string; name: string } | null;
  message_effect_id: string | null;
}

export interface BitsUseOptions {
  broadcaster?: Person;
  user?: Person | null;
  bits?: number;
  type?: string;
  message?: string | readonly Fragment[] | null;
  power_up?: PowerUp | null;
  custom_power_up?: { title: string; reward_id: string } | null;
}

/** Power-ups of Twitch's own, as `channel.bits.use` tells them. */
export const POWER_UPS = {
  messageEffect: { type: 'message_effect', emote: null, message_effect_id: 'simmer' },
  celebration: {
    type: 'celebration',
    emote: { id: '25', name: 'Kappa' },
    message_effect_id: null,
  },
  gigantify: {
    type: 'gigantify_an_emote',
    emote: { id: '25', name: 'Kappa' },
    message_effect_id: null,
  },
} as const satisfies Record<string, PowerUp>;

function typeOf({ type, power_up, custom_power_up }: BitsUseOptions): string {
  if (type !== undefined) return type;
  if (power_up) return 'power_up';
  return custom_power_up ? 'custom_power_up' : 'cheer';
}

/** The event of `channel.bits.use`: a cheer unless a power-up is named. */
export function bitsUse(options: BitsUseOptions = {}): EventShape {
  const { bits = 100, message } = options;
  const type = typeOf(options);
  const said = message === undefined && type === 'cheer' ? cheerFragments(bits, '') : message;
  return {
    ...userKeys(options.user),
    ...channelKeys(options.broadcaster),
    bits,
    type,
    power_up: options.power_up ?? null,
    custom_power_up: options.custom_power_up ?? null,
    message: said === undefined || said === null ? null : messageBody(said),
  };
}

export interface CustomPowerUpOptions {
  id?: string;
  broadcaster?: Person;
  user?: Person;
  user_input?: string;
  status?: string;
  custom_power_up?: { id?: string; title?: string; bits?: number; prompt?: string };
  redeemed_at?: string;
}

const A_POWER_UP = {
  id: '7c1f1e3a-42d3-4b1e-9a56-0d1f6f1c2b7e',
  title: 'Rain of parsnips',
  bits: 250,
  prompt: 'What shall we plant next?',
};

/** The event of `channel.custom_power_up_redemption.add`. */
export function customPowerUpRedemption(options: CustomPowerUpOptions = {}): EventShape {
  return {
    id: options.id ?? derivedId(options),
    ...channelKeys(options.broadcaster),
    ...userKeys(options.user),
    user_input: options.user_input ?? '',
    status: options.status ?? 'unfulfilled',
    custom_power_up: { ...A_POWER_UP, ...options.custom_power_up },
    redeemed_at: options.redeemed_at ?? moment(),
  };
}
