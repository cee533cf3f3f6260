import { storage } from 'wxt/utils/storage';
import type { Backoff } from '@/lib/domain/connection/backoff';

/** What holds listening back, and whose listening to whom. */
export interface StoredBackoff {
  about: string;
  backoff: Backoff;
}

/** Outlives the worker but not the browser: who starts that again wants to see it try. */
const backoffItem = storage.defineItem<StoredBackoff | null>('session:backoff', {
  fallback: null,
});

/** Reads and writes it. */
export const backoffStorage = {
  read: (): Promise<StoredBackoff | null> => backoffItem.getValue(),
  write: (backoff: StoredBackoff | null): Promise<void> => backoffItem.setValue(backoff),
};
