import { MINUTE } from '@/lib/time';
import { START } from '../fakes/fake-clock';

/** Returns the fields of an event that happened so many minutes after the start. */
export function at(minute: number) {
  return { created_at: START + minute * MINUTE };
}

/** Returns the fields of an event of a viewer. */
export function by(id: string, name: string) {
  return { viewer_id: id, viewer_login: name.toLowerCase(), viewer_name: name };
}
