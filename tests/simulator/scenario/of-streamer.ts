import type { EventShape } from '../shapes/event-shape.ts';
import { STREAMER } from '../world/people/accounts.ts';
import type { Person } from '../world/people/person.ts';
import type { ScenarioStep, ScheduledStep } from './schedule.ts';

type Fields = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** Returns what to write instead of each value, by the end of its key. */
function exchange(streamer: Person): Fields {
  const of = (field: keyof Person) =>
    new Map([
      [STREAMER[field], streamer[field]],
      [streamer[field], STREAMER[field]],
    ]);
  return { _id: of('id'), _login: of('login'), _name: of('name') };
}

function exchanged(key: string, value: unknown, fields: Fields): unknown {
  if (typeof value === 'string') {
    const [, values] = Object.entries(fields).find(([end]) => key.endsWith(end)) ?? [];
    return values?.get(value) ?? value;
  }
  if (Array.isArray(value)) return value.map((inner) => exchanged('', inner, fields));
  return typeof value === 'object' && value !== null ? exchangeIn(value, fields) : value;
}

function exchangeIn(event: object, fields: Fields): EventShape {
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => [key, exchanged(key, value, fields)]),
  );
}

function stepOf(step: ScenarioStep, streamer: Person, fields: Fields): ScenarioStep {
  if (step.kind !== 'event') return { ...step, broadcasterId: streamer.id };
  const { publication } = step;
  const event = exchangeIn(publication.event, fields);
  return { kind: 'event', publication: { ...publication, event } };
}

/**
 * Returns a schedule of the demo channel as one of another streamer. Both change places, so that
 * who raids the other is raided by the demo streamer.
 */
export function ofStreamer(schedule: readonly ScheduledStep[], streamer: Person): ScheduledStep[] {
  const fields = exchange(streamer);
  return schedule.map(({ atSeconds, step }) => ({
    atSeconds,
    step: stepOf(step, streamer, fields),
  }));
}
