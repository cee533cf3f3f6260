import { useEffect, useState } from 'preact/hooks';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { Reply } from '@/lib/messaging/protocol';
import type { Clock } from '@/lib/time';

/** Suggestions are requested after this pause in typing. */
const PAUSE_MS = 200;

/** Requests suggestions for a text. */
export type Suggest = (query: string) => Promise<Reply<Suggestion[]>>;

/**
 * Returns the suggestions for a text; none for `null` or if the request fails. For an empty text,
 * they are requested at once. Replies for an earlier text are ignored. `suggest` must stay the same
 * function from render to render.
 */
export function useSuggestions(
  query: string | null,
  suggest: Suggest,
  clock: Clock,
): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);

  useEffect(() => {
    if (query === null) {
      setSuggestions([]);
      return undefined;
    }
    let isOutdated = false;
    async function request(text: string): Promise<void> {
      const reply = await suggest(text);
      if (!isOutdated) setSuggestions(reply.ok ? reply.value : []);
    }
    const cancelTimer = clock.after(query === '' ? 0 : PAUSE_MS, () => void request(query));
    return () => {
      isOutdated = true;
      cancelTimer();
    };
  }, [query, suggest, clock]);

  return query === null ? [] : suggestions;
}
