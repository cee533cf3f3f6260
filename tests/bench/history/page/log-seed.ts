import type { Database } from '@/lib/db/database';
import { advanceIndex } from '@/lib/db/log-index/advance';
import type { StreamEvent } from '@/lib/domain/event/event';
import { type NewEvent, withRowStarts } from '@/lib/domain/history/new-events';
import { DAY, utcDay } from '@/lib/time';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { putRecords } from './seed';

/** Records in one transaction. */
const BATCH = 10_000;
const STREAMERS = 5;
const VIEWERS = 50_000;
const WORDS = 50_000;
const DAYS = 365;
/** Words are made of these. */
const SYLLABLES = [
  'ba',
  'chi',
  'do',
  'ple',
  'nu',
  'sto',
  'ra',
  'ki',
  'mel',
  'go',
  'ti',
  'va',
  'en',
];

/** Returns a word that no other rank has. */
export function wordOf(rank: number): string {
  const [base, syllables] = [SYLLABLES.length, [] as string[]];
  for (let rest = rank; rest > 0; rest = Math.floor(rest / base)) {
    syllables.push(SYLLABLES[rest % base] ?? '');
  }
  return syllables.join('');
}

/** Returns the name of a viewer. */
export function nameOf(rank: number): string {
  return `${wordOf(rank)}_${rank}`;
}

/** Returns a rank: as in a language, the second is half as frequent as the first, and so on. */
function rankBelow(random: Random, ranks: number): number {
  return Math.floor(Math.exp(random.next() * Math.log(ranks)));
}

function messageOf(random: Random): string {
  if (random.chance(0.4)) return '';
  const words = Array.from({ length: random.integer(1, 12) }, () => rankBelow(random, WORDS));
  return words.map(wordOf).join(' ');
}

/** The kinds, each as often as in the log of a busy channel, and their details. */
const KINDS: readonly [
  share: number,
  create: (random: Random) => Pick<StreamEvent, 'event_type' | 'detail'>,
][] = [
  [
    0.35,
    (random) => ({
      event_type: 'cheer',
      detail: { bits: random.integer(1, 5000), message: messageOf(random) },
    }),
  ],
  [
    0.3,
    (random) => ({
      event_type: 'resub',
      detail: {
        message: messageOf(random),
        gifter: null,
        isGifterAnonymous: false,
        isGift: false,
        tier: '1000',
        isPrime: false,
        cumulativeMonths: random.integer(1, 90),
        streakMonths: null,
        durationMonths: 1,
      },
    }),
  ],
  [
    0.2,
    (random) => ({
      event_type: 'redemption',
      detail: { message: messageOf(random), rewardType: 'custom', title: 'Hydrate', cost: 100 },
    }),
  ],
  [0.1, () => ({ event_type: 'follow', detail: {} })],
  [0.05, (random) => ({ event_type: 'raid_in', detail: { viewers: random.integer(1, 3000) } })],
]; // prettier-ignore

function eventOf(number: number, created_at: number, random: Random): StreamEvent {
  const viewer = rankBelow(random, VIEWERS);
  const streamer = rankBelow(random, STREAMERS + 1);
  let share = random.next();
  const [, create] = KINDS.find(([part]) => (share -= part) < 0) ?? KINDS[0] ?? [];
  // Each creates a kind with its own details.
  return {
    id: `log-${number}`,
    streamer_id: `${100 + streamer}`,
    streamer_name: `Streamer_${streamer}`,
    source_type: 'bench',
    viewer_id: `${viewer}`,
    viewer_login: nameOf(viewer),
    viewer_name: nameOf(viewer),
    created_at,
    ...create?.(random),
  } as StreamEvent;
}

/** Fills an empty database with a year of five streamers that ends now. */
export async function seedLog(db: Database, count: number, now: number): Promise<void> {
  const random = createRandom(1);
  const counters = new Map<string, number>();
  for (let first = 0; first < count; first += BATCH) {
    const events = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => {
      const at = now - Math.round(((count - first - index) * DAYS * DAY) / count);
      return eventOf(first + index, at, random);
    });
    const records = withRowStarts(events, new Set()).map(
      ({ folds_at: _foldsAt, ...event }): NewEvent => event,
    );
    await putRecords(db, 'events', records);
    for (const { event_type, created_at, streamer_id } of events) {
      for (const period of ['all', utcDay(created_at)]) {
        const key = `${streamer_id} ${event_type} ${period}`;
        counters.set(key, (counters.get(key) ?? 0) + 1);
      }
    }
  }
  const totals = [...counters].map(([key, counted]) => {
    const [streamer_id, event_type, period] = key.split(' ');
    return { streamer_id, event_type, period, count: counted };
  });
  await putRecords(db, 'counts', totals);
}

/** Takes all events of a database into its index. */
export async function makeIndex(db: Database): Promise<void> {
  while (await advanceIndex(db, BATCH));
}
