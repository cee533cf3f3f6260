import { createRandom } from '../core/random.ts';
import { type EventShape, isFilled, withNewKeys, withNull, withoutKeys } from './event-shape.ts';
import { CHAT_TYPES } from './types/chat-types.ts';
import { MODERATION_TYPES } from './types/moderation-types.ts';
import { POINTS_TYPES } from './types/points-types.ts';
import { TOGETHER_TYPES } from './types/polls-goals-trains-types.ts';
import { STREAM_TYPES } from './types/stream-types.ts';
import { SUPPORT_TYPES } from './types/support-types.ts';
import type { TypeShape, TypeShapes } from './types/type-shape.ts';

/**
 * A generator for every subscription type that tells something about a channel. Guest Star, which
 * is a beta without documented fields, and what only concerns the signed-in user are left out.
 */
export const EVERY_TYPE: TypeShapes = {
  ...STREAM_TYPES,
  ...CHAT_TYPES,
  ...MODERATION_TYPES,
  ...SUPPORT_TYPES,
  ...POINTS_TYPES,
  ...TOGETHER_TYPES,
};

/** The names of those types. */
export const EVENT_TYPES: readonly string[] = Object.keys(EVERY_TYPE);

/** The generator of a type; a type without one is a mistake of the caller. */
export function typeShape(type: string): TypeShape {
  const shape = EVERY_TYPE[type];
  if (!shape) throw new Error(`There is no shape for ${type}.`);
  return shape;
}

/** An event, and what is special about it. */
export interface Variant {
  name: string;
  event: EventShape;
}

/** A key that may be missing or null, once each on the first event that has something there. */
function looseVariants(path: string, bases: readonly Variant[]): Variant[] {
  const base = bases.find(({ event }) => isFilled(event, path)) ?? bases[0];
  if (!base) return [];
  const { name, event } = base;
  return [
    { name: `${name}, without ${path}`, event: withoutKeys(event, path) },
    { name: `${name}, with null ${path}`, event: withNull(event, path) },
  ];
}

/** Every way in which events of a type may differ, the plain one first. */
export function variants(type: string, seed = 1): Variant[] {
  const { build, loose = [], forms = {} } = typeShape(type);
  const plain = { name: 'plain', event: build(createRandom(seed)) };
  const named = Object.entries(forms).map(([name, event]) => ({ name, event }));
  const bases = [plain, ...named];
  return [
    ...bases,
    ...loose.flatMap((path) => looseVariants(path, bases)),
    { name: 'with new keys', event: withNewKeys(plain.event) },
  ];
}
