import * as z from 'zod/mini';
import { DEFAULT_FILTER, FILTER_CHOICES, type FilterChoice } from '@/lib/domain/filter/filter';
import {
  DEFAULT_NOTIFICATIONS,
  NOTIFICATION_CHOICES,
  type NotificationChoice,
} from '@/lib/domain/notification/choices';
import { DEFAULT_APPEARANCE, TEXT_SIZES, THEMES } from '@/lib/domain/view/appearance';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';

/** A switch that is off if it cannot be read. */
export const off = z.catch(z.boolean(), false);
const size = z.catch(z.number().check(z.nonnegative()), 0);

const isChoice = (name: string): name is FilterChoice => Object.hasOwn(FILTER_CHOICES, name);

const filterSchema = z.catch(
  z.object({
    subsAndCheersOnly: off,
    hidden: z.catch(
      z.pipe(
        z.array(z.string()),
        z.transform((names): readonly FilterChoice[] => names.filter(isChoice)),
      ),
      [],
    ),
    least: z.catch(
      z.object({ bits: size, viewers: size, months: size, tier: size, gifts: size }),
      DEFAULT_FILTER.least,
    ),
  }),
  DEFAULT_FILTER,
);

/** Filters as stored, perhaps by another version. Parts that cannot be read leave out nothing. */
export const filtersSchema = z.object({ feed: filterSchema, badge: filterSchema });

/** Recording options as stored, perhaps by another version. What cannot be read is off. */
export const recordingSchema = z.object({ moderation: off, redemptions: off, shared_chat: off });

/** How screens look, as stored, perhaps by another version. What cannot be read has its default. */
export const appearanceSchema = z.object({
  textSize: z.catch(z.enum(TEXT_SIZES), DEFAULT_APPEARANCE.textSize),
  theme: z.catch(z.enum(THEMES), DEFAULT_APPEARANCE.theme),
});

const sizeOr = (byDefault: number) => z.catch(z.number().check(z.positive()), byDefault);

/** What a moment is, as stored, perhaps by another version. What cannot be read has its default. */
export const momentsSchema = z.object({
  sizes: z.catch(
    z.object({
      gifts: sizeOr(DEFAULT_MOMENTS.sizes.gifts),
      viewers: sizeOr(DEFAULT_MOMENTS.sizes.viewers),
      bits: sizeOr(DEFAULT_MOMENTS.sizes.bits),
    }),
    DEFAULT_MOMENTS.sizes,
  ),
  isByChannel: off,
});

const isNotificationChoice = (name: string): name is NotificationChoice =>
  Object.hasOwn(NOTIFICATION_CHOICES, name);

const rules = {
  choices: z.catch(
    z.pipe(
      z.array(z.string()),
      z.transform((names): readonly NotificationChoice[] => names.filter(isNotificationChoice)),
    ),
    DEFAULT_NOTIFICATIONS.choices,
  ),
  least: z.catch(z.object({ viewers: size, gifts: size, bits: size }), DEFAULT_NOTIFICATIONS.least),
};

/** Of what the user is notified, as stored, perhaps by another version. */
export const notificationRulesSchema = z.object(rules);

/** The same with the switch for everything, which is off if it cannot be read. */
export const notificationsSchema = z.object({ isOn: off, ...rules });
