import type { Publication } from '../core/publication.ts';
import type { ChannelChange } from '../world/channels.ts';

/**
 * Something that happens at a moment of a scenario. Beginning and end of a broadcast are steps of
 * their own: id and start of the broadcast are known only when it happens.
 */
export type ScenarioStep =
  | { kind: 'event'; publication: Publication }
  | { kind: 'online'; broadcasterId: string; viewers: number }
  | { kind: 'offline'; broadcasterId: string }
  | { kind: 'channel'; broadcasterId: string; change: ChannelChange };

/**
 * A step, and when it happens in seconds since the scenario began. Times within its event are
 * counted from the epoch of the shapes; the player moves them to when it is played.
 */
export interface ScheduledEvent {
  atSeconds: number;
  step: ScenarioStep;
}

export function inOrderOfTime(schedule: readonly ScheduledEvent[]): ScheduledEvent[] {
  return schedule.toSorted((left, right) => left.atSeconds - right.atSeconds);
}
