import { createRandom, seedOf } from '../core/random.ts';

/** Returns an id that depends only on the contents. */
export function derivedId(contents: object): string {
  return createRandom(seedOf(JSON.stringify(contents))).uuid();
}
