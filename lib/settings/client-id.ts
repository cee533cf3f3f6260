import { storage } from '@/lib/browser-storage';

/** The Twitch Client ID that the user entered; empty if there is none. */
export const clientIdItem = storage.defineItem<string>('local:clientId', { fallback: '' });
