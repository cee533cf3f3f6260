import type { Person } from '../../world/people/person.ts';
import { derivedId } from '../derived-id.ts';

export interface Badge {
  set_id: string;
  id: string;
  info: string;
}

/** Returns a message's keys about its source channel in a shared chat; all null without one. */
export function sourceFields(source: Person | null, messageId: string, badges: readonly Badge[]) {
  return {
    source_badges: source ? badges : null,
    source_message_id: source ? derivedId({ source: messageId }) : null,
    is_source_only: source ? false : null,
  };
}
