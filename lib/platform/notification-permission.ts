import { browser } from 'wxt/browser';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

/** Returns true if the user has allowed notifications in this browser. */
export async function areNotificationsAllowed(): Promise<boolean> {
  return await browser.permissions.contains(NOTIFICATIONS);
}

/**
 * Asks the user to allow notifications, unless they are allowed. Must be called in a click, before
 * anything else is awaited. Returns false if the user refuses.
 */
export async function requestNotifications(): Promise<boolean> {
  return await browser.permissions.request(NOTIFICATIONS);
}

/** Calls `listener` when the user allows or forbids something. Returns a function that stops this. */
export function onPermissionsChange(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
  return () => {
    onAdded.removeListener(listener);
    onRemoved.removeListener(listener);
  };
}
