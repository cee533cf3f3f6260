import * as z from 'zod/mini';
import { amount, count, maybeCount, maybeText, text } from '@/lib/twitch/payload/schema';
import { type NoticeParts, notice, type ReadNotice } from './notice';
import { SUB_NOTICES } from './sub-notices';

/** Every notice type that has a kind of its own, by name. The rest are told as Twitch tells them. */
const NOTICES: ReadonlyMap<string, ReadNotice> = new Map<string, ReadNotice>([
  ...SUB_NOTICES,
  [
    'raid',
    notice(
      z.object({
        user_id: maybeText,
        user_login: maybeText,
        user_name: maybeText,
        viewer_count: count,
      }),
      (body) => ({
        kind: 'raid_in',
        viewer: { id: body.user_id, login: body.user_login, name: body.user_name },
        detail: { viewers: body.viewer_count },
      }),
    ),
  ],
  ['unraid', () => ({ kind: 'unraid', detail: {} })],
  [
    'announcement',
    notice(z.object({ color: text }), (body, message) => ({
      kind: 'announcement',
      // Twitch's own sources disagree on the case.
      detail: { message, color: body.color.toLowerCase() },
    })),
  ],
  [
    'bits_badge_tier',
    notice(z.object({ tier: z.number() }), (body, message) => ({
      kind: 'bits_badge',
      detail: { message, threshold: body.tier },
    })),
  ],
  [
    'charity_donation',
    notice(
      z.object({
        charity_name: text,
        amount,
      }),
      (body, message) => ({
        kind: 'charity_donation',
        detail: { message, charityName: body.charity_name, ...body.amount },
      }),
    ),
  ],
  [
    'watch_streak',
    notice(
      z.object({ streak_count: z.number(), channel_points_awarded: count }),
      (body, message) => ({
        kind: 'watch_streak',
        detail: {
          message,
          streams: body.streak_count,
          channelPoints: body.channel_points_awarded,
        },
      }),
    ),
  ],
  [
    'modiversary',
    notice(z.object({ months: z.number() }), (body, message) => ({
      kind: 'modiversary',
      detail: { message, months: body.months },
    })),
  ],
  [
    'gifted_drops_summary',
    notice(z.object({ recipient_count: maybeCount }), (body, message) => ({
      kind: 'gifted_drops',
      detail: { message, recipients: body.recipient_count },
    })),
  ],
]);

/**
 * Reads the body of a notice of a known type. `null` for a type without a kind of its own, and for a
 * body that lacks what its kind is told by.
 */
export function readNotice(type: string, body: unknown, message: string): NoticeParts | null {
  return NOTICES.get(type)?.(withTier(body), message) ?? null;
}

/** Twitch's own examples still say `sub_plan` where it sends `sub_tier` (twitchdev/issues#1039). */
function withTier(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('sub_plan' in body)) return body;
  return { sub_tier: body.sub_plan, ...body };
}
