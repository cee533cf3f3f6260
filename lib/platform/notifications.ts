import { browser } from 'wxt/browser';
import type { NotificationDevice, ShownNotification } from '@/lib/domain/notification/shown';
import { SECOND } from '@/lib/time';
import { areNotificationsAllowed, onPermissionsChange } from './notification-permission';
import { watchedChannels } from './twitch-tabs';

const PREFIX = 'streamer:';
const AVATARS = 'https://static-cdn.jtvnw.net/';
const AVATAR_TIMEOUT_MS = 3 * SECOND;
/** Twitch's avatars have some 50 kB. */
const MAX_AVATAR_BYTES = 500_000;

/** The notifications of the browser. */
export const notificationDevice: NotificationDevice = {
  isAllowed: areNotificationsAllowed,
  show,
  isShown: async (login) => Object.hasOwn(await browser.notifications.getAll(), PREFIX + login),
  watchedChannels,
};

/** Shows a notification, with the extension's own picture if there is no avatar. */
async function show({ login, title, message, avatarUrl }: ShownNotification): Promise<void> {
  const create = async (iconUrl: string) =>
    await browser.notifications.create(PREFIX + login, { type: 'basic', iconUrl, title, message });
  const product = browser.runtime.getURL('/icons/128.png');
  const avatar = await avatarFrom(avatarUrl);
  try {
    await create(avatar ?? product);
  } catch (error) {
    if (avatar === null) throw error;
    await create(product);
  }
}

/**
 * Returns an address of an avatar that a notification can have; `null` if there is none. Chrome would
 * wait for the picture before it shows anything. Firefox does not, and loads it by itself.
 */
async function avatarFrom(url: string): Promise<string | null> {
  if (!url.startsWith(AVATARS)) return null;
  if (import.meta.env.BROWSER === 'firefox') return url;
  try {
    const answer = await fetch(url, {
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(AVATAR_TIMEOUT_MS),
    });
    const picture = await answer.blob();
    const isUsable = answer.ok && picture.type.startsWith('image/');
    return isUsable && picture.size <= MAX_AVATAR_BYTES ? await dataUrl(picture) : null;
  } catch {
    return null;
  }
}

async function dataUrl(picture: Blob): Promise<string> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return `data:${picture.type};base64,${btoa(characters.join(''))}`;
}

function clear(id: string): void {
  browser.notifications.clear(id).catch(() => undefined);
}

/**
 * Calls `listener` with the login of the streamer when the user clicks a notification, which
 * disappears. A click can start the worker, so this must be called when it starts.
 */
export function onNotificationClick(listener: (login: string) => void): void {
  function clicked(id: string): void {
    clear(id);
    if (id.startsWith(PREFIX)) listener(id.slice(PREFIX.length));
  }
  // The object is absent until the user allows notifications. A listener is not added twice.
  const listen = () => browser.notifications?.onClicked.addListener(clicked);
  listen();
  onPermissionsChange(listen);
}
