import type { Random } from '../../core/random.ts';
import type { EventShape } from '../event-shape.ts';

/** How the events of one subscription type come about. */
export interface TypeShape {
  version: string;
  /** A believable event; equal seeds give equal ones. */
  build(random: Random): EventShape;
  /** Keys that may be missing or null; a dot leads into an inner object, or all of a list. */
  loose?: readonly string[];
  /** What else the event can look like, by what is special about it. */
  forms?: Readonly<Record<string, EventShape>>;
}

export type TypeShapes = Readonly<Record<string, TypeShape>>;

/** The keys that name somebody. */
export function nameKeys(prefix: string): string[] {
  return ['id', 'login', 'name'].map((key) => `${prefix}_${key}`);
}
