import { OTHER_STREAMER, STREAMER } from '../world/people/accounts.ts';
import { moreStreamers } from '../world/people/more-streamers.ts';
import type { Person } from '../world/people/person.ts';
import { evening } from './evening.ts';
import { ofStreamer } from './of-streamer.ts';
import { inOrderOfTime, type ScheduledStep } from './schedule.ts';

/** The streamers of the scenario unless others are named. */
export const SEVERAL: readonly Person[] = [STREAMER, OTHER_STREAMER, ...moreStreamers(3)];

/** The distance between the seeds of two streamers' evenings. */
const SEED_STEP = 7_919;

/**
 * Returns the steps of one evening on which several streamers are live at the same time. The first
 * one's evening is the one of `evening` with the same seed.
 */
export function several(seed: number, streamers: readonly Person[]): ScheduledStep[] {
  return inOrderOfTime(
    streamers.flatMap((streamer, index) => ofStreamer(evening(seed + index * SEED_STEP), streamer)),
  );
}
