import { browser } from 'wxt/browser';
import { NOTHING_SEEN, type Seen } from '@/lib/domain/history/seen';

/** The items of `seen-watermark.ts`. */
const KEYS = ['seen', 'seenOf', 'seenParts'] as const;

interface Stored {
  seen?: number;
  seenOf?: Seen['of'];
  seenParts?: Seen['parts'];
}

/**
 * Reads what the user has seen so far, in one call: a panel has no WXT storage. Returns `null` if
 * nothing can be read, for example after an update of the extension.
 */
export async function readSeenSnapshot(): Promise<Seen | null> {
  try {
    const stored = await browser.storage.local.get<Stored>([...KEYS]);
    const { seen = 0, seenOf = NOTHING_SEEN.of, seenParts = NOTHING_SEEN.parts } = stored;
    return { upTo: seen, of: seenOf, parts: seenParts };
  } catch {
    return null;
  }
}
