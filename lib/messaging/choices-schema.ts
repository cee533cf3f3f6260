import * as z from 'zod/mini';
import { CHOICES } from '@/lib/domain/filter/filter';
import { NOTIFICATION_NAMES } from '@/lib/domain/notification/choices';

const size = z.number().check(z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER));

const filterSchema = z.object({
  subsAndCheersOnly: z.boolean(),
  hidden: z.readonly(z.array(z.enum(CHOICES)).check(z.maxLength(CHOICES.length))),
  least: z.object({ bits: size, viewers: size, months: size, tier: size, gifts: size }),
});

const recordingSchema = z.object({
  moderation: z.boolean(),
  redemptions: z.boolean(),
  shared_chat: z.boolean(),
});

const notificationRulesSchema = z.object({
  choices: z.readonly(
    z.array(z.enum(NOTIFICATION_NAMES)).check(z.maxLength(NOTIFICATION_NAMES.length)),
  ),
  least: z.object({ viewers: size, gifts: size, bits: size }),
});

/** The changed choices for one streamer. */
export const choicesSchema = z.object({
  recordsCheers: z.exactOptional(z.boolean()),
  isMuted: z.exactOptional(z.boolean()),
  recording: z.exactOptional(z.nullable(recordingSchema)),
  filters: z.exactOptional(z.nullable(z.object({ feed: filterSchema, badge: filterSchema }))),
  notifications: z.exactOptional(z.nullable(notificationRulesSchema)),
});
