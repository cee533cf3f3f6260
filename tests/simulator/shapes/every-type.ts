import { createRandom } from '../core/random.ts';
import { type EventShape, isFilled, withNewKeys, withNull, withoutKeys } from './event-shape.ts';
import { CHAT_TYPES } from './types/chat-types.ts';
import { MODERATION_TYPES } from './types/moderation-types.ts';
import { POINTS_TYPES } from './types/points-types.ts';
import { POLLS_GOALS_TRAINS_TYPES } from './types/polls-goals-trains-types.ts';
import { STREAM_TYPES } from './types/stream-types.ts';
import { SUPPORT_TYPES } from './types/support-types.ts';
import type { TypeShape, TypeShapes } from './types/type-shape.ts';

/**
 * A generator for every subscription type about a channel. It leaves out Guest Star, a beta without
 * documented fields, and the types that are only about the signed-in user. See
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/
 */
export const EVERY_TYPE: TypeShapes = {
  ...STREAM_TYPES,
  ...CHAT_TYPES,
  ...MODERATION_TYPES,
  ...SUPPORT_TYPES,
  ...POINTS_TYPES,
  ...POLLS_GOALS_TRAINS_TYPES,
};

/** The names of the types in `EVERY_TYPE`. */
export const EVENT_TYPES: readonly string[] = Object.keys(EVERY_TYPE);

/** Returns the generator of a type; throws if there is none. */
export function typeShape(type: string): TypeShape {
  const shape = EVERY_TYPE[type];
  if (!shape) throw new Error(`There is no shape for ${type}.`);
  return shape;
}

/** An event with a name for what is special about it. */
export interface Variant {
  name: string;
  event: EventShape;
}

/** Returns two variants of the first event with a value at the path: without it, and with null. */
function looseVariants(path: string, bases: readonly Variant[]): Variant[] {
  const base = bases.find(({ event }) => isFilled(event, path)) ?? bases[0];
  if (!base) return [];
  const { name, event } = base;
  return [
    { name: `${name}, without ${path}`, event: withoutKeys(event, path) },
    { name: `${name}, with null ${path}`, event: withNull(event, path) },
  ];
}

/** Returns all variants in which events of a type can differ, the plain event first. */
export function variants(type: string, seed = 1): Variant[] {
  const { build, loose = [], forms = {} } = typeShape(type);
  const plain = { name: 'plain', event: build(createRandom(seed)) };
  const special = Object.entries(forms).map(([name, event]) => ({ name, event }));
  const bases = [plain, ...special];
  return [
    ...bases,
    ...loose.flatMap((path) => looseVariants(path, bases)),
    { name: 'with new keys', event: withNewKeys(plain.event) },
  ];
}
