import { storage } from 'wxt/utils/storage';
import type { Told } from '@/lib/domain/notification/told';

/**
 * What the user was notified of. `storage.session` survives the end of the worker, so that the next
 * one repeats nothing, but not of the browser, which shows no old notifications either.
 */
const toldItem = storage.defineItem<Told>('session:told', {
  fallback: { news: {}, bombs: {} },
});

/** Reads and writes what the user was notified of. */
export const toldStorage = {
  read: (): Promise<Told> => toldItem.getValue(),
  write: (told: Told): Promise<void> => toldItem.setValue(told),
};
