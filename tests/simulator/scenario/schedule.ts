import type { ChannelChange } from '../channels.ts';
import type { Publication } from '../eventsub/matching.ts';

/** Something that happens at a moment of a scenario. */
export type ScenarioStep =
  | { kind: 'event'; publication: Publication }
  | { kind: 'channel'; broadcasterId: string; change: ChannelChange };

/** A step, and when it happens in seconds since the scenario began. */
export interface ScheduledEvent {
  atSeconds: number;
  step: ScenarioStep;
}
