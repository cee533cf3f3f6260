import type { Person } from '../../world/people/person.ts';
import { cheerFragments, type Fragment, messageBody } from '../chat/message-body.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, userFields } from '../user-fields.ts';

export interface CheerOptions {
  broadcaster?: Person;
  /** Null for an anonymous user. */
  user?: Person | null;
  bits?: number;
  /** The text after the cheermote. */
  message?: string;
}

/** Returns the event of `channel.cheer`. */
export function channelCheer(options: CheerOptions = {}): EventShape {
  const { bits = 100, message = '' } = options;
  return {
    is_anonymous: options.user === null,
    ...userFields(options.user),
    ...channelFields(options.broadcaster),
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

/** Twitch's own power-ups in the form of `channel.bits.use`. */
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

/** Returns the event of `channel.bits.use`: a cheer, or a power-up if one is given. */
export function bitsUse(options: BitsUseOptions = {}): EventShape {
  const { bits = 100, message } = options;
  const type = typeOf(options);
  const content = message === undefined && type === 'cheer' ? cheerFragments(bits, '') : message;
  return {
    ...userFields(options.user),
    ...channelFields(options.broadcaster),
    bits,
    type,
    power_up: options.power_up ?? null,
    custom_power_up: options.custom_power_up ?? null,
    message: content === undefined || content === null ? null : messageBody(content),
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

/** Returns the event of `channel.custom_power_up_redemption.add`. */
export function customPowerUpRedemption(options: CustomPowerUpOptions = {}): EventShape {
  return {
    id: options.id ?? derivedId(options),
    ...channelFields(options.broadcaster),
    ...userFields(options.user),
    user_input: options.user_input ?? '',
    status: options.status ?? 'unfulfilled',
    custom_power_up: { ...A_POWER_UP, ...options.custom_power_up },
    redeemed_at: options.redeemed_at ?? moment(),
  };
}
