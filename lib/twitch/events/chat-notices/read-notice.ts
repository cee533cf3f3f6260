import * as z from 'zod/mini';
import { amount, count, maybeCount, needed, text } from '@/lib/twitch/payload/fields';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type NoticeParts, type NoticeReader, noticeReader } from './notice-reader';
import { SUB_NOTICE_READERS } from './sub-notices';

/** Readers by notice type. A notice of any other type becomes an event of kind `other`. */
const READERS: ReadonlyMap<string, NoticeReader> = new Map<string, NoticeReader>([
  ...SUB_NOTICE_READERS,
  [
    'raid',
    noticeReader(z.object({ ...userFields('user'), viewer_count: count }), (body) => ({
      kind: 'raid_in',
      viewer: userOf(body, 'user'),
      detail: { viewers: body.viewer_count },
    })),
  ],
  ['unraid', () => ({ kind: 'unraid', detail: {} })],
  [
    'announcement',
    noticeReader(z.object({ color: text }), (body, message) => ({
      kind: 'announcement',
      // Twitch's reference and its examples disagree on upper and lower case:
      // https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelchatnotification
      detail: { message, color: body.color.toLowerCase() },
    })),
  ],
  [
    'bits_badge_tier',
    noticeReader(z.object({ tier: needed.count }), (body, message) => ({
      kind: 'bits_badge',
      detail: { message, threshold: body.tier },
    })),
  ],
  [
    'charity_donation',
    noticeReader(z.object({ charity_name: text, amount }), (body, message) => ({
      kind: 'charity_donation',
      detail: { message, charityName: body.charity_name, ...body.amount },
    })),
  ],
  [
    'watch_streak',
    noticeReader(
      z.object({ streak_count: needed.count, channel_points_awarded: count }),
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
    noticeReader(z.object({ months: needed.count }), (body, message) => ({
      kind: 'modiversary',
      detail: { message, months: body.months },
    })),
  ],
  [
    'gifted_drops_summary',
    noticeReader(z.object({ recipient_count: maybeCount }), (body, message) => ({
      kind: 'gifted_drops',
      detail: { message, recipients: body.recipient_count },
    })),
  ],
]);

/** Returns true if notices of this type have a kind of their own. */
export function isKnownNotice(type: string): boolean {
  return READERS.has(type);
}

/**
 * Reads the body of a chat notice. Returns `null` for a notice type without a kind of its own, and
 * for a body that lacks a field that its kind needs.
 */
export function readNotice(type: string, body: unknown, message: string): NoticeParts | null {
  return READERS.get(type)?.(withTier(body), message) ?? null;
}

/**
 * Twitch sends `sub_tier`, but its examples have `sub_plan`:
 * https://github.com/twitchdev/issues/issues/1039
 */
function withTier(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('sub_plan' in body)) return body;
  return { sub_tier: body.sub_plan, ...body };
}
