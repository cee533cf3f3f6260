import { useEffect, useState } from 'preact/hooks';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { Reply } from '@/lib/messaging/protocol';
import type { Clock } from '@/lib/time';

/** Suggestions are requested after this pause in typing. */
const PAUSE_MS = 200;

/** Requests suggestions for a text. */
export type Suggest = (query: string) => Promise<Reply<Suggestion[]>>;

/**
 * Returns the suggestions for `typed`: none while it is empty or if the request fails. Replies for
 * an earlier text are ignored. `suggest` must stay the same function from render to render.
 */
export function useSuggestions(
  typed: string,
  suggest: Suggest,
  clock: Clock,
): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const query = typed.trim();

  useEffect(() => {
    if (query === '') {
      setSuggestions([]);
      return undefined;
    }
    let isOutdated = false;
    async function request(): Promise<void> {
      const reply = await suggest(query);
      if (!isOutdated) setSuggestions(reply.ok ? reply.value : []);
    }
    const cancelTimer = clock.after(PAUSE_MS, () => void request());
    return () => {
      isOutdated = true;
      cancelTimer();
    };
  }, [query, suggest, clock]);

  return query === '' ? [] : suggestions;
}
