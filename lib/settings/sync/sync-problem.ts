import { ProblemError } from '@/lib/domain/problem';

/** Chrome's words: https://developer.chrome.com/docs/extensions/reference/api/storage */
const TOO_OFTEN = /MAX_WRITE_OPERATIONS_PER_/;

/** Chrome's words, and Firefox's, where all quotas are about size. */
const TOO_MUCH = /QUOTA_BYTES|MAX_ITEMS|exceeded its quota/;

/**
 * Writes to `storage.sync`. Throws `settings_limit` if the browser allows no more writes for now,
 * `settings_full` if there is no room, and other errors as they are.
 */
export async function writeSynced(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    if (TOO_OFTEN.test(words)) throw new ProblemError('settings_limit', { cause: error });
    if (TOO_MUCH.test(words)) throw new ProblemError('settings_full', { cause: error });
    throw error;
  }
}
