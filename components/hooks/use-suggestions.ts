import { useEffect, useState } from 'preact/hooks';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { Reply } from '@/lib/messaging/protocol';
import type { Clock } from '@/lib/time';

/** How long nothing must be typed before anybody is asked. */
const PAUSE_MS = 200;

/** Asks for suggestions for what was typed so far. */
export type Suggest = (query: string) => Promise<Reply<Suggestion[]>>;

/**
 * What is suggested for `typed`; nothing while it is empty, and where asking fails. An answer to what
 * was typed before is put aside. `suggest` must stay the same function.
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
    async function ask(): Promise<void> {
      const reply = await suggest(query);
      if (!isOutdated) setSuggestions(reply.ok ? reply.value : []);
    }
    const stopWaiting = clock.after(PAUSE_MS, () => void ask());
    return () => {
      isOutdated = true;
      stopWaiting();
    };
  }, [query, suggest, clock]);

  return query === '' ? [] : suggestions;
}
