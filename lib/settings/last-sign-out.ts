import { storage } from 'wxt/utils/storage';

/**
 * How the last sign-in ended. If Twitch ended it, the favorite of that account stays on screen
 * until somebody signs in. If the user signed out, Twitch lets them choose an account next time.
 */
export type SignOut = { by: 'user' } | { by: 'twitch'; accountId: string };

/** How the last sign-in ended; `null` while an account is signed in, and before the first one. */
export const lastSignOutItem = storage.defineItem<SignOut | null>('local:lastSignOut', {
  fallback: null,
});

/** Reads and stores how the last sign-in ended. */
export type LastSignOut = Pick<typeof lastSignOutItem, 'getValue' | 'setValue'>;
