import { createRandom, seedOf } from '../../core/random.ts';
import type { Person } from '../../world/people/person.ts';

export interface Badge {
  set_id: string;
  id: string;
  info: string;
}

/** An id that equal contents always share. */
export function derivedId(contents: object): string {
  return createRandom(seedOf(JSON.stringify(contents))).uuid();
}

/** What a message carries about the channel of a shared chat it was written in: null for none. */
export function sourceKeys(source: Person | null, messageId: string, badges: readonly Badge[]) {
  return {
    source_badges: source ? badges : null,
    source_message_id: source ? derivedId({ source: messageId }) : null,
    is_source_only: source ? false : null,
  };
}
