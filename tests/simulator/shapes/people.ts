import type { Person } from '../people/person.ts';

/** The three keys in which EventSub names somebody, with a prefix for the part they play. */
export function named(prefix: string, person: Person | null): Record<string, string | null> {
  return {
    [`${prefix}_id`]: person?.id ?? null,
    [`${prefix}_login`]: person?.login ?? null,
    [`${prefix}_name`]: person?.name ?? null,
  };
}
