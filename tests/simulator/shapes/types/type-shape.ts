import type { Random } from '../../core/random.ts';
import type { EventShape } from '../event-shape.ts';

/** The generator of one subscription type's events. */
export interface TypeShape {
  version: string;
  /** Returns a realistic event; equal seeds produce equal events. */
  build(random: Random): EventShape;
  /** Keys that can be missing or null; paths work as in `withoutKeys`. */
  loose?: readonly string[];
  /** Other forms of the event, by a name for what is special about them. */
  forms?: Readonly<Record<string, EventShape>>;
}

export type TypeShapes = Readonly<Record<string, TypeShape>>;

/** Returns the keys of a user with that prefix. */
export function userKeys(prefix: string): string[] {
  return ['id', 'login', 'name'].map((key) => `${prefix}_${key}`);
}
