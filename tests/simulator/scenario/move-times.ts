import { isoTime } from '../core/clock.ts';
import type { EventShape } from '../shapes/event-shape.ts';
import { EPOCH_MS } from '../shapes/moments.ts';

/** The start of a scenario and its speed compared to real time. */
export interface Tempo {
  startedAt: number;
  speed: number;
}

function moved(key: string, value: unknown, tempo: Tempo): unknown {
  if (typeof value === 'string' && key.endsWith('_at')) {
    const sinceStartMs = (Date.parse(value) - EPOCH_MS) / tempo.speed;
    return Number.isNaN(sinceStartMs) ? value : isoTime(tempo.startedAt + sinceStartMs);
  }
  if (Array.isArray(value)) return value.map((inner) => moved('', inner, tempo));
  return typeof value === 'object' && value !== null ? moveTimes(value, tempo) : value;
}

/** Moves the times of an event to the time of playing; the keys of all times end in `_at`. */
export function moveTimes(event: object, tempo: Tempo): EventShape {
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => [key, moved(key, value, tempo)]),
  );
}
