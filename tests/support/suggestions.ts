import type { Suggestion } from '@/lib/domain/channel/suggestion';

/** A channel of that login and, where given, that display name. Its id is its login. */
export function aSuggestion(login: string, fields: Partial<Suggestion> = {}): Suggestion {
  return { id: login, login, name: login, avatarUrl: '', isLive: false, ...fields };
}
