import type { EventDetails, StreamEvent } from '@/lib/domain/event';
import type { EventKind } from '@/lib/domain/event-kind';
import type { FeedRow } from '@/lib/domain/row';
import { type RowView, viewOf } from '@/lib/domain/row-view';
import { aBomb, aGift, anEvent, aRecipient } from './events';

let made = 0;

/** A row of one event. */
export function aRow(event: StreamEvent, bomb: FeedRow['bomb'] = null): FeedRow {
  made += 1;
  return { id: event.id, lastSeq: made, event, bomb };
}

/** The row of a gift bomb of which `named` recipients are known; its header said `total`. */
function aBombRow(total: number | null, named: number): FeedRow {
  const recipients = Array.from({ length: named }, (_, index) => aRecipient(index));
  const event = total === null ? aGift('bomb', 0) : aBomb('bomb', total);
  return aRow(event, { total, recipients });
}

/** That row as screens show it. */
export function aView(event: StreamEvent): RowView {
  return viewOf(aRow(event));
}

/** The row of a gift bomb as screens show it. */
export function aBombView(total: number | null, named: number): RowView {
  return viewOf(aBombRow(total, named));
}

const message = '';
const nobody = { gifter: null, isGifterAnonymous: false };
const someone = { gifter: aRecipient(1), isGifterAnonymous: false };
const sub = { message, tier: '1000', isPrime: false, durationMonths: 1 };
const resub = { ...sub, ...nobody, cumulativeMonths: 14, streakMonths: null, isGift: false };
const gift = {
  tier: '2000',
  durationMonths: 1,
  recipient: aRecipient(2),
  cumulativeTotal: null,
  communityGiftId: null,
};
const bomb = { tier: '1000', total: 20, cumulativeTotal: null, communityGiftId: 'bomb' };
const drops = { message, recipients: null };
const said = { message, noticeType: 'new_thing', systemMessage: '', raw: {} };
const text = { title: 'Any%', category: 'Celeste', language: 'en' };
const update = (after: Partial<typeof text>) => ({ before: text, after: { ...text, ...after } });

type Details = { [Kind in EventKind]: readonly EventDetails[Kind][] };

/** Every way in which each kind can be told, at least once. */
const DETAILS: Details = {
  sub: [sub, { ...sub, tier: '3000' }, { ...sub, isPrime: true }],
  resub: [resub, { ...resub, cumulativeMonths: 1, streakMonths: 1, message: 'Hello again' }],
  gift: [gift, { ...gift, durationMonths: 6, cumulativeTotal: 1 }],
  community_gift: [bomb, { ...bomb, total: 1, cumulativeTotal: 120 }],
  gift_upgrade: [
    { message, ...someone },
    { message, gifter: null, isGifterAnonymous: true },
  ],
  prime_upgrade: [{ message, tier: '1000' }],
  pay_it_forward: [
    { message, ...someone, recipient: null },
    { message, ...someone, recipient: aRecipient(3) },
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
  watch_streak: [{ message, streams: 5, channelPoints: 450 }],
  modiversary: [{ message, months: 12 }],
  gifted_drops: [drops, { ...drops, recipients: 4 }],
  announcement: [{ message: 'Read this', color: 'BLUE' }],
  raid_in: [{ viewers: 1 }, { viewers: 1284 }],
  raid_out: [{ viewers: 80, target: aRecipient(4) }],
  unraid: [{}],
  stream_online: [{ streamId: '1', startedAt: 0 }],
  stream_offline: [{ streamId: null, startedAt: null }],
  channel_update: [
    update({ title: 'New' }),
    update({ category: '' }),
    update({ language: 'de' }),
    update({}),
    { before: null, after: text },
  ],
  shared_chat: [{ ...said, source: aRecipient(5) }],
  other: [said, { ...said, systemMessage: 'Someone did something.' }],
};

/** Rows of every kind, in every way they can be told. */
export function everyRow(): FeedRow[] {
  const rows = Object.entries(DETAILS).flatMap(([kind, details]) =>
    // Object.entries forgets that kind and details belong together.
    details.map((detail) => aRow(anEvent(kind as EventKind, detail as never))),
  );
  return [...rows, aBombRow(20, 18), aBombRow(null, 1)];
}
