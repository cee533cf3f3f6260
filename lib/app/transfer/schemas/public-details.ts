import * as z from 'zod/mini';
import { amount, count, listOf, text, time, user } from './fields';

const message = { message: text };
const gifter = { gifter: z.nullable(user), isGifterAnonymous: z.boolean() };
const sub = { tier: text, isPrime: z.boolean(), durationMonths: count };
const fromNotice = {
  notice: z.exactOptional(z.strictObject({ type: text, systemMessage: text, raw: z.unknown() })),
};
const channelInfo = z.strictObject({
  title: text,
  category: text,
  language: text,
  labels: listOf(text),
});
const sharedChat = z.strictObject({ sessionId: text, others: listOf(user) });
const nothing = z.strictObject({});

/** The details of the kinds of support. */
export const SUPPORT = {
  sub: z.strictObject({ ...message, ...fromNotice, ...sub }),
  resub: z.strictObject({
    ...message,
    ...gifter,
    ...sub,
    cumulativeMonths: count,
    streakMonths: z.nullable(count),
    isGift: z.boolean(),
  }),
  gift: z.strictObject({
    ...fromNotice,
    tier: text,
    durationMonths: count,
    recipient: user,
    cumulativeTotal: z.nullable(count),
    communityGiftId: z.nullable(text),
  }),
  community_gift: z.strictObject({
    ...fromNotice,
    tier: text,
    total: count,
    cumulativeTotal: z.nullable(count),
    communityGiftId: z.nullable(text),
  }),
  gift_upgrade: z.strictObject({ ...message, ...gifter }),
  prime_upgrade: z.strictObject({ ...message, tier: text }),
  pay_it_forward: z.strictObject({ ...message, ...gifter, recipient: z.nullable(user) }),
  cheer: z.strictObject({ ...message, bits: count }),
  power_up: z.strictObject({
    ...message,
    effect: text,
    title: z.nullable(text),
    bits: z.nullable(count),
  }),
  bits_badge: z.strictObject({ ...message, threshold: count }),
  charity_donation: z.extend(amount, { ...message, charityName: text }),
  sub_end: z.strictObject({ tier: text, isGift: z.boolean() }),
};

/** The details of the kinds of the community. */
export const COMMUNITY = {
  follow: nothing,
  watch_streak: z.strictObject({ ...message, streams: count, channelPoints: count }),
  modiversary: z.strictObject({ ...message, months: count }),
  gifted_drops: z.strictObject({ ...message, recipients: z.nullable(count) }),
  announcement: z.strictObject({ ...message, color: text }),
  highlight: z.strictObject(message),
  redemption: z.strictObject({ ...message, rewardType: text, title: text, cost: count }),
  raid_in: z.strictObject({ viewers: count }),
  raid_out: z.strictObject({ viewers: count, target: user }),
  unraid: nothing,
  shoutout_given: z.strictObject({ target: user, viewers: count }),
  shoutout_received: z.strictObject({ viewers: count }),
};

/** The details of the kinds of the stream, and of those from elsewhere. */
export const STREAM = {
  stream_online: z.strictObject({
    streamId: text,
    startedAt: time,
    broadcastType: z.exactOptional(text),
  }),
  stream_offline: z.strictObject({ streamId: z.nullable(text), startedAt: z.nullable(time) }),
  channel_update: z.strictObject({ before: z.nullable(channelInfo), after: channelInfo }),
  ad_break: z.strictObject({
    seconds: count,
    isAutomatic: z.boolean(),
    requester: z.nullable(user),
  }),
  shared_chat_begin: sharedChat,
  shared_chat_update: sharedChat,
  shared_chat_end: z.strictObject({ sessionId: text }),
  shared_chat: z.strictObject({
    ...message,
    noticeType: text,
    systemMessage: text,
    source: user,
    raw: z.exactOptional(z.unknown()),
  }),
  other: z.strictObject({
    ...message,
    noticeType: text,
    systemMessage: text,
    subject: z.exactOptional(text),
    raw: z.unknown(),
  }),
};
