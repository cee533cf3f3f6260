import type { Suggestion } from '@/lib/domain/channel/suggestion';

/** Creates a suggested channel. Its id and its name are the login, unless `fields` says otherwise. */
export function aSuggestion(login: string, fields: Partial<Suggestion> = {}): Suggestion {
  return { id: login, login, name: login, avatarUrl: '', isLive: false, ...fields };
}
