import { evening } from './evening.ts';
import type { ScheduledEvent } from './schedule.ts';

export const SCENARIO_NAMES = ['evening'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

/** Every scenario as a pure function of its seed, in the order of time. */
export const SCENARIOS: Readonly<Record<ScenarioName, (seed: number) => ScheduledEvent[]>> = {
  evening,
};
