import { parseArgs } from 'node:util';

/** How long the simulator's evening is. */
export const EVENING_HOURS = 3;

/** What a soak is asked for. */
export interface SoakOptions {
  /** Whole evenings. */
  evenings: number;
  /** How many times as fast as in life the events of an evening come. */
  speed: number;
  /** Equal seeds give equal evenings and equal happenings. */
  seed: number;
}

const USAGE = `npm run soak -- [--hours H] [--speed X] [--seed N]
  --hours H  hours on the air, in whole evenings of ${EVENING_HOURS} h (90: a month of evenings)
  --speed X  events come X times as fast as in life (300); connections keep their real time
  --seed N   which evenings, and what happens in them (1)`;

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`--${name} is a number above 0, not "${text}".\n${USAGE}`);
}

/** Reads the command line. Throws, with what to type instead, where it can't be understood. */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      hours: { type: 'string', default: '90' },
      speed: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
    },
  });
  return {
    evenings: Math.max(1, Math.round(positive('hours', values.hours) / EVENING_HOURS)),
    speed: positive('speed', values.speed),
    seed: positive('seed', values.seed),
  };
}
