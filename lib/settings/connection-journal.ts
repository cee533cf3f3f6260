import { storage } from 'wxt/utils/storage';
import { EMPTY_JOURNAL, type Journal } from '@/lib/domain/connection/connection-journal';

/** The journal of the connection. Only the background writes it. */
export const journalItem = storage.defineItem<Journal>('local:journal', {
  fallback: EMPTY_JOURNAL,
});
