import * as z from 'zod/mini';
import { flag, maybeCount, maybeText, needed, part, text } from '../payload/fields';
import { chatText, fragmentedMessage, textWithoutCheermotes } from '../payload/message-text';
import { userFields, userOf } from '../payload/users';
import { type Mappers, mapper } from './mapper';

const user = userFields('user');
const cheer = z.object({ ...user, is_anonymous: flag, bits: needed.count, message: chatText });

const use = z.object({
  ...user,
  bits: needed.count,
  type: needed.text,
  message: fragmentedMessage,
  power_up: part(z.object({ type: text })),
  custom_power_up: part(z.object({ title: maybeText })),
});

const redemption = z.object({
  ...user,
  id: maybeText,
  user_input: chatText,
  custom_power_up: part(z.object({ title: maybeText, bits: maybeCount })),
});

/** Mappers of cheers and power-ups. Twitch sends these types to the streamer only. */
export const BITS_MAPPERS: Mappers = {
  'channel.cheer': mapper(cheer, (event) => ({
    kind: 'cheer',
    viewer: event.is_anonymous ? null : userOf(event, 'user'),
    detail: { bits: event.bits, message: event.message },
  })),
  'channel.bits.use': mapper(use, ({ bits, type, power_up, custom_power_up, ...event }) => {
    const viewer = userOf(event, 'user');
    const common = { message: textWithoutCheermotes(event.message), bits };
    switch (type) {
      case 'cheer':
        return { kind: 'cheer', viewer, detail: common };
      case 'power_up':
        return {
          kind: 'power_up',
          viewer,
          detail: { ...common, effect: power_up?.type ?? '', title: null },
        };
      case 'custom_power_up': {
        const title = custom_power_up?.title ?? null;
        return { kind: 'power_up', viewer, detail: { ...common, effect: 'custom', title } };
      }
      default:
        return null;
    }
  }),
  'channel.custom_power_up_redemption.add': mapper(redemption, (event) => ({
    kind: 'power_up',
    viewer: userOf(event, 'user'),
    ...(event.id !== null && { naturalKey: `power_up:${event.id}` }),
    detail: {
      message: event.user_input,
      effect: 'custom',
      title: event.custom_power_up?.title ?? null,
      bits: event.custom_power_up?.bits ?? null,
    },
  })),
};
