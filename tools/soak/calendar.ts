import { createRandom, type Random } from '../../tests/simulator/core/random.ts';
import type { SoakOptions } from './options.ts';

/** What leaves the connection as it is, or moves it without a pause. */
const HARMLESS = ['hand_over', 'failing_hand_over', 'nap', 'sent_twice'] as const;

/** What the connection is lost by, beside the sleep that a rough evening begins with. */
const LOSSES = [
  'cut',
  'server_error',
  'network_timeout',
  'silence',
  'offline',
  'twitch_restart',
  'helix_down',
  'sleep_half_open',
] as const;

/** Something that goes wrong, or could. */
export type HappeningKind =
  | (typeof HARMLESS)[number]
  | (typeof LOSSES)[number]
  | 'sleep'
  | 'worker_ended';

/** Something that happens in an evening. */
export interface Happening {
  kind: HappeningKind;
  /** When, as a part of the evening from 0 up to 1. */
  at: number;
  /** How long it lasts in real time, where it lasts. */
  seconds: number;
}

/** One evening to be played. */
export interface Evening {
  /** Of the simulator's scenario. */
  seed: number;
  happenings: Happening[];
}

const A_MOMENT = { least: 1, most: 4 };

/** How many seconds of real time it lasts. A sleep outlasts every margin for messages on their way. */
const LASTS: Partial<Record<HappeningKind, typeof A_MOMENT>> = {
  sleep: { least: 12, most: 15 },
  sleep_half_open: { least: 12, most: 15 },
};

/** A pack that is dealt to its last card before it is shuffled anew, so that every kind comes up. */
function dealer<Card>(random: Random, pack: readonly Card[]): () => Card {
  let left: Card[] = [];
  return () => {
    if (left.length === 0) left = random.shuffle(pack);
    return left.pop() ?? random.pick(pack);
  };
}

/**
 * The evenings of a soak and what happens in each; equal options give equal calendars. Rough evenings
 * take turns with calm ones: after several losses in a row the extension waits longer each time, until
 * it has listened for a good minute. The worker ends in the first third only, because a memory that
 * begins anew every few evenings can't be seen to grow.
 */
export function calendar({ evenings, seed }: SoakOptions): Evening[] {
  const random = createRandom(seed);
  const nextHarmless = dealer(random, HARMLESS);
  const nextLoss = dealer(random, LOSSES);

  function happening(kind: HappeningKind, at: number): Happening {
    const { least, most } = LASTS[kind] ?? A_MOMENT;
    return { kind, at, seconds: random.integer(least, most) };
  }

  const around = (kind: HappeningKind, at: number) => happening(kind, at + random.next() / 10);

  function rough(night: number): Happening[] {
    const loss = night < evenings / 3 ? 'worker_ended' : nextLoss();
    return [happening('sleep', 0), around(loss, 0.5), around(nextHarmless(), 0.8)];
  }

  const calm = () => [0.1, 0.4, 0.7].map((at) => around(nextHarmless(), at));

  return Array.from({ length: evenings }, (_, night) => ({
    seed: random.integer(1, 1_000_000),
    happenings: night % 2 === 0 ? rough(night) : calm(),
  }));
}
