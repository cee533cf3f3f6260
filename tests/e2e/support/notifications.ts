import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type World } from './fixtures.ts';
import { newListeningSessions, sessionIds } from './twitch.ts';

/** A notification that the extension has shown. */
export interface Shown {
  id: string;
  title: string;
  message: string;
}

/**
 * Starts the browser again as if the user had once allowed notifications: then it asks no more. The
 * question itself is a window of the browser, out of reach for a test.
 */
export async function haveAllowedNotifications(world: World): Promise<void> {
  const id = new URL(world.browser.origin).host;
  const before = await sessionIds(world);
  await world.restart(async (profile) => {
    const path = join(profile, 'Default', 'Preferences');
    const preferences = JSON.parse(await readFile(path, 'utf8'));
    preferences.extensions.settings[id].runtime_granted_permissions = {
      api: ['notifications'],
      explicit_host: [],
      manifest_permissions: [],
      scriptable_host: [],
    };
    await writeFile(path, JSON.stringify(preferences));
  });
  // Until then, the screens show what was stored before, and nobody hears what is sent.
  await expect.poll(() => newListeningSessions(world, before), { timeout: 30_000 }).toBe(1);
}

async function inWorker<Result>({ browser }: World, script: string): Promise<Result> {
  const [worker] = browser.context.serviceWorkers();
  if (worker === undefined) throw new Error('The service worker does not run.');
  return await worker.evaluate(script);
}

/** Notes down what the service worker shows from now on. What the browser refuses is left out. */
export async function noteNotifications(world: World): Promise<void> {
  await inWorker(
    world,
    `(() => {
      const { create } = chrome.notifications;
      globalThis.shown = [];
      chrome.notifications.create = async (id, options) => {
        const created = await create(id, options);
        globalThis.shown.push({ id, title: options.title, message: options.message });
        return created;
      };
    })()`,
  );
}

/** Returns what was shown since it is noted down. */
export async function shownNotifications(world: World): Promise<Shown[]> {
  return await inWorker(world, 'globalThis.shown');
}

/** Returns the ids of the notifications that the browser shows now. */
export async function notificationIds(world: World): Promise<string[]> {
  return await inWorker(world, 'chrome.notifications.getAll().then(Object.keys)');
}

/** Waits until the extension has decided about all that it could notify the user of at a streamer. */
export async function untilDecided(world: World, streamerId: string): Promise<void> {
  const waiting = async () => {
    const script = `chrome.storage.session.get('told').then(({ told }) => told?.news)`;
    const news = await inWorker<Record<string, { waiting: unknown[] }> | undefined>(world, script);
    return news?.[streamerId]?.waiting.length;
  };
  await expect.poll(waiting, { timeout: 15_000 }).toBe(0);
}
