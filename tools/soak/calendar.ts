import { createRandom, type Random } from '../../tests/simulator/core/random.ts';
import type { SoakOptions } from './options.ts';

/** Incidents that leave the connection as it is, or move it without a gap. */
const HARMLESS = ['session_reconnect', 'failing_session_reconnect', 'nap', 'sent_twice'] as const;

/** Incidents that cut the connection, besides the sleep that every rough evening begins with. */
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

/** The kind of an incident. */
export type IncidentKind =
  | (typeof HARMLESS)[number]
  | (typeof LOSSES)[number]
  | 'sleep'
  | 'worker_ended';

/** Something that goes wrong, or could go wrong, during an evening. */
export interface Incident {
  kind: IncidentKind;
  /** The time as a fraction of the evening, from 0 up to 1. */
  at: number;
  /** The duration in real time, for the kinds that last. */
  seconds: number;
}

/** One evening to play. */
export interface Evening {
  /** The seed of the simulator's scenario. */
  seed: number;
  incidents: Incident[];
}

const SHORT = { least: 1, most: 4 };

/** A sleep lasts longer than any delay that the extension allows for messages on their way. */
const DURATIONS: Partial<Record<IncidentKind, typeof SHORT>> = {
  sleep: { least: 12, most: 15 },
  sleep_half_open: { least: 12, most: 15 },
};

/** Returns a function that deals the cards of a shuffled deck, and shuffles again after the last one. */
function createDealer<Card>(random: Random, deck: readonly Card[]): () => Card {
  let left: Card[] = [];
  return () => {
    if (left.length === 0) left = random.shuffle(deck);
    return left.pop() ?? random.pick(deck);
  };
}

/**
 * Returns the evenings of a soak with their incidents; equal options return equal evenings. Rough
 * evenings alternate with calm ones, because the extension waits longer after each loss until it has
 * listened for a good minute. The worker ends only in the first third of the evenings, because the
 * growth of its memory shows only while the same worker runs.
 */
export function createCalendar({ evenings, seed }: SoakOptions): Evening[] {
  const random = createRandom(seed);
  const nextHarmless = createDealer(random, HARMLESS);
  const nextLoss = createDealer(random, LOSSES);

  function incident(kind: IncidentKind, at: number): Incident {
    const { least, most } = DURATIONS[kind] ?? SHORT;
    return { kind, at, seconds: random.integer(least, most) };
  }

  const around = (kind: IncidentKind, at: number) => incident(kind, at + random.next() / 10);

  function rough(night: number): Incident[] {
    const loss = night < evenings / 3 ? 'worker_ended' : nextLoss();
    return [incident('sleep', 0), around(loss, 0.5), around(nextHarmless(), 0.8)];
  }

  const calm = () => [0.1, 0.4, 0.7].map((at) => around(nextHarmless(), at));

  return Array.from({ length: evenings }, (_, night) => ({
    seed: random.integer(1, 1_000_000),
    incidents: night % 2 === 0 ? rough(night) : calm(),
  }));
}
