import { seedOf } from '../core/random.ts';

/** A Twitch category; the fields of Helix call it a game. */
export interface Category {
  id: string;
  name: string;
}

/** The category of that name, with an id that is always the same for the same name. */
export function categoryNamed(name: string): Category {
  if (name === '') return { id: '', name: '' };
  return { id: String(10_000 + (seedOf(name) % 1_000_000)), name };
}
