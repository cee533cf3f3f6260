import type { ScheduledEvent } from './schedule.ts';

export function evening(_seed: number): ScheduledEvent[] {
  return [];
}
