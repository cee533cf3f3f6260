import { parseArgs } from 'node:util';
import { SEVERAL } from '../../tests/simulator/scenario/several.ts';

/** The length of an evening in the simulator. */
export const EVENING_HOURS = 3;

/** The options of a soak. */
export interface SoakOptions {
  /** The number of evenings. */
  evenings: number;
  /** How many times faster than in real life events happen. */
  speed: number;
  /** Equal seeds play equal evenings with equal incidents. */
  seed: number;
  /** How many streamers the extension listens to, the favorite among them. */
  streamers: number;
}

const USAGE = `npm run soak -- [--hours H] [--speed X] [--seed N] [--streamers N]
  --hours H  hours on the air, in whole evenings of ${EVENING_HOURS} h (90: a month of evenings)
  --speed X  how many times faster than in real life events happen (300); the timing of
             connections stays real
  --seed N   which evenings to play, with which incidents (1)
  --streamers N  how many streamers to listen to, at most ${SEVERAL.length} (${SEVERAL.length})`;

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`--${name} is a number above 0, not "${text}".\n${USAGE}`);
}

/** Parses the command line. Throws, with the usage, if an option is invalid. */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      hours: { type: 'string', default: '90' },
      speed: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
      streamers: { type: 'string', default: '5' },
    },
  });
  return {
    evenings: Math.max(1, Math.round(positive('hours', values.hours) / EVENING_HOURS)),
    speed: positive('speed', values.speed),
    seed: positive('seed', values.seed),
    streamers: Math.min(SEVERAL.length, Math.ceil(positive('streamers', values.streamers))),
  };
}
