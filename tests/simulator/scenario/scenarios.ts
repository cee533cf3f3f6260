import type { Person } from '../world/people/person.ts';
import { evening } from './evening.ts';
import { flapping } from './flapping.ts';
import type { ScheduledStep } from './schedule.ts';
import { SEVERAL, several } from './several.ts';

export const SCENARIO_NAMES = ['evening', 'flapping', 'several'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

/** What a scenario is made from. */
export interface Cast {
  seed: number;
  /** The streamers of a scenario with several; it has its own if none are named. */
  streamers?: readonly Person[] | undefined;
}

/** All scenarios: pure functions that return the steps for a seed in the order of time. */
export const SCENARIOS: Readonly<Record<ScenarioName, (cast: Cast) => ScheduledStep[]>> = {
  evening: ({ seed }) => evening(seed),
  flapping,
  several: ({ seed, streamers = SEVERAL }) => several(seed, streamers),
};
