import type { Publication } from '../core/publication.ts';
import type { ChannelChange } from '../world/channels.ts';

/**
 * One step of a scenario. Start and end of a broadcast have their own kinds, because the id and
 * the start time of a broadcast are known only when the step is played.
 */
export type ScenarioStep =
  | { kind: 'event'; publication: Publication }
  /** `isAgain`: the latest broadcast continues, as when an encoder loses its connection. */
  | { kind: 'online'; broadcasterId: string; viewers: number; isAgain?: boolean }
  /** `isLate`: the end of the broadcast before the latest one. */
  | { kind: 'offline'; broadcasterId: string; isLate?: boolean }
  | { kind: 'channel'; broadcasterId: string; change: ChannelChange };

/**
 * A step with its time in seconds since the start of the scenario. The times within its event
 * count from a fixed moment; the player moves them to the time of playing.
 */
export interface ScheduledStep {
  atSeconds: number;
  step: ScenarioStep;
}

export function inOrderOfTime(schedule: readonly ScheduledStep[]): ScheduledStep[] {
  return schedule.toSorted((left, right) => left.atSeconds - right.atSeconds);
}
