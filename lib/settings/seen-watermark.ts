import { storage } from 'wxt/utils/storage';

/** The seen watermark: arrival number (`seq`) of the newest event that the user has seen. */
export const seenItem = storage.defineItem<number>('local:seen', { fallback: 0 });
