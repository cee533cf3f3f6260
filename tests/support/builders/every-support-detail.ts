import type { EventDetails } from '@/lib/domain/event/event';
import type { KIND_GROUPS } from '@/lib/domain/event/event-kind';
import { aRecipient } from './events';

type SupportKind = (typeof KIND_GROUPS.support)[number];

const message = '';
const noGifter = { gifter: null, isGifterAnonymous: false };
const knownGifter = { gifter: aRecipient(1), isGifterAnonymous: false };
const sub = { message, tier: '1000', isPrime: false, durationMonths: 1 };
const resub = { ...sub, ...noGifter, cumulativeMonths: 14, streakMonths: null, isGift: false };
const gift = {
  tier: '2000',
  durationMonths: 1,
  recipient: aRecipient(2),
  cumulativeTotal: null,
  communityGiftId: null,
};
const giftBomb = { tier: '1000', total: 20, cumulativeTotal: null, communityGiftId: 'bomb' };
const notice = { type: 'gift_sub_base_match', systemMessage: '', raw: {} };

/** The details of the support kinds. */
export const EVERY_SUPPORT_DETAIL: {
  [Kind in SupportKind]: readonly EventDetails[Kind][];
} = {
  sub: [
    sub,
    { ...sub, tier: '3000' },
    { ...sub, isPrime: true },
    { ...sub, durationMonths: 6 },
    { ...sub, tier: '', notice: { ...notice, type: 'subsidized_sub' } },
  ],
  resub: [
    resub,
    { ...resub, cumulativeMonths: 1, streakMonths: 1, message: 'Hello again' },
    { ...resub, tier: '', cumulativeMonths: 0, durationMonths: 3 },
    { ...resub, ...knownGifter, isGift: true, cumulativeMonths: 0, streakMonths: 2 },
    { ...resub, isGift: true, isGifterAnonymous: true },
  ],
  gift: [
    gift,
    { ...gift, durationMonths: 6, cumulativeTotal: 1 },
    { ...gift, notice },
    { ...gift, notice: { ...notice, systemMessage: 'Twitch matched gifts.' } },
  ],
  community_gift: [
    giftBomb,
    { ...giftBomb, total: 1, cumulativeTotal: 120 },
    { ...giftBomb, total: 1, communityGiftId: null },
    { ...giftBomb, total: 0, tier: '' },
    { ...giftBomb, total: 0, notice },
  ],
  gift_upgrade: [
    { message, ...knownGifter },
    { message, gifter: null, isGifterAnonymous: true },
  ],
  prime_upgrade: [{ message, tier: '1000' }],
  pay_it_forward: [
    { message, ...knownGifter, recipient: null },
    { message, ...knownGifter, recipient: aRecipient(3) },
  ],
  cheer: [
    { message: 'nice', bits: 1 },
    { message, bits: 12_345 },
  ],
  bits_badge: [{ message, threshold: 1000 }],
  charity_donation: [
    { message, charityName: 'Trees', amount: 1050, decimalPlaces: 2, currency: 'EUR' },
    { message, charityName: 'Trees', amount: 5, decimalPlaces: 0, currency: '??' },
  ],
  power_up: ['message_effect', 'gigantified_emote', 'celebration', 'hologram', 'custom'].map(
    (effect) => ({ message, effect, title: effect === 'custom' ? 'Rain' : null, bits: 250 }),
  ),
  sub_end: [
    { tier: '1000', isGift: false },
    { tier: '1000', isGift: true },
  ],
};
