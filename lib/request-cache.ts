import { type Clock, isRecent } from './time';

interface Kept<Answer> {
  answer: Promise<Answer>;
  askedAt: number;
}

/**
 * Keeps the latest `most` answers by what was asked, each for `maxAgeMs`. A question that is under
 * way is not asked again; one that failed is.
 */
export function createRequestCache<Answer>(options: {
  clock: Clock;
  maxAgeMs: number;
  most: number;
}): (question: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const { clock, maxAgeMs, most } = options;
  // In the order in which they were asked.
  const kept = new Map<string, Kept<Answer>>();

  return async (question, ask) => {
    const known = kept.get(question);
    if (known !== undefined && isRecent(known.askedAt, maxAgeMs, clock.now())) {
      return await known.answer;
    }
    const asked = { answer: ask(), askedAt: clock.now() };
    kept.delete(question);
    kept.set(question, asked);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    try {
      return await asked.answer;
    } catch (error) {
      if (kept.get(question) === asked) kept.delete(question);
      throw error;
    }
  };
}
