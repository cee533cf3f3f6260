import { seedOf } from '../core/random.ts';

/** A Twitch category; Helix calls it a game in its field names. */
export interface Category {
  id: string;
  name: string;
}

/** Returns the category with that name; equal names have equal ids. */
export function categoryNamed(name: string): Category {
  if (name === '') return { id: '', name: '' };
  return { id: String(10_000 + (seedOf(name) % 1_000_000)), name };
}
