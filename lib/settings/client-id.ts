import { storage } from 'wxt/utils/storage';

/** The Twitch Client ID that the user entered; empty if there is none. */
export const clientIdItem = storage.defineItem<string>('local:clientId', { fallback: '' });

/** Stores a Client ID as typed. Returns false, and stores nothing, if it cannot be one. */
export async function storeClientId(typed: string): Promise<boolean> {
  const clientId = typed.trim();
  if (/\s/.test(clientId)) return false;
  await clientIdItem.setValue(clientId);
  return true;
}
