import { storage } from 'wxt/utils/storage';

/** True once the page for the first run was shown by itself. */
export const isWelcomedItem = storage.defineItem<boolean>('local:isWelcomed', { fallback: false });
