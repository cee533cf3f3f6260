import { evening } from './evening.ts';
import { flapping } from './flapping.ts';
import type { ScheduledStep } from './schedule.ts';

export const SCENARIO_NAMES = ['evening', 'flapping'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

/** All scenarios: pure functions that return the steps for a seed in the order of time. */
export const SCENARIOS: Readonly<Record<ScenarioName, (seed: number) => ScheduledStep[]>> = {
  evening,
  flapping,
};
