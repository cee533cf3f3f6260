import type { StreamEvent } from '@/lib/domain/event/event';
import { MINUTE } from '@/lib/time';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { START } from '../fakes/fake-clock';
import { aBomb, aCheer, aGift, anEvent, anUpdate, aSub } from './events';

const STREAMERS = [
  { streamer_id: '100', streamer_name: 'Demo_Streamer' },
  { streamer_id: '101', streamer_name: 'Other_Streamer' },
  { streamer_id: '901', streamer_name: '配信者' },
];

/** The names of each viewer, the first one first. Nobody knows the last one's. */
const VIEWERS: readonly (readonly string[])[] = [
  ['Lantern', 'LanternKeeper'],
  ['Ünïcode_Zoë'],
  ['東京タワー', 'tokyo_tower'],
  ['مشاهد', 'lantern_fan', 'مشاهد'],
  ['ไทยแลนด์'],
  [],
];

const MESSAGES = [
  '',
  'Hello lantern',
  'Grüße aus Köln!',
  '東京タワーを見る',
  'PogChamp PogChamp',
  'it’s late',
];

type Fields = Partial<Omit<StreamEvent, 'event_type' | 'detail'>>;

function viewerFields(random: Random, part: number): Fields {
  const number = random.integer(0, VIEWERS.length - 1);
  const names = VIEWERS[number] ?? [];
  if (names.length === 0) return { viewer_id: null, viewer_login: null, viewer_name: null };
  // Names change in the course of the log.
  const name = names[Math.floor(part * names.length)] ?? '';
  return { viewer_id: `${7000 + number}`, viewer_login: `viewer_${number}`, viewer_name: name };
}

function someEvents(random: Random, fields: Fields): StreamEvent[] {
  const message = random.pick(MESSAGES);
  const number = random.integer(1, 500);
  const bomb = `bomb-${random.integer(0, 1e9)}`;
  const kinds: (() => StreamEvent[])[] = [
    () => [{ ...aCheer(fields), detail: { message, bits: number } }],
    () => [{ ...aSub(fields), detail: { ...aSub().detail, message } }],
    () => [anEvent('resub', resub(message, number), fields)],
    () => [
      aBomb(bomb, 3, fields),
      ...[1, 2, 3].map((recipient) =>
        aGift(bomb, recipient, { ...fields, id: `${bomb}-${recipient}` }),
      ),
    ],
    () => [anEvent('raid_in', { viewers: number }, fields)],
    () => [anEvent('watch_streak', { message, streams: number, channelPoints: 100 }, fields)],
    () => [anEvent('follow', {}, fields)],
    () => [{ ...anUpdate(0, message || 'Title'), ...fields }],
  ];
  return random.pick(kinds)();
}

function resub(message: string, months: number) {
  const gift = { gifter: null, isGifterAnonymous: false, isGift: false };
  const sub = { message, tier: '1000', isPrime: false, durationMonths: 1 };
  return { ...sub, ...gift, cumulativeMonths: months, streakMonths: null };
}

/**
 * Returns a log of some hours, or of `minutes`: of three streamers and five named viewers, some of whom
 * change their names, in order of time. Equal seeds return equal events.
 */
export function randomLog(seed: number, count = 40, minutes = 300): StreamEvent[] {
  const random = createRandom(seed);
  const times = Array.from({ length: count }, () => START + random.integer(0, minutes) * MINUTE);
  return times
    .toSorted((a, b) => a - b)
    .flatMap((created_at, index) => {
      const streamer = random.pick(STREAMERS);
      const fields = { ...streamer, ...viewerFields(random, index / count), created_at };
      return someEvents(random, { ...fields, id: `${seed}-${index}` });
    });
}
