import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { extensionOrigin } from '../../../tools/browser/chromium.ts';
import { openDatabasePage } from '../../../tools/browser/database.ts';
import { chooseFavorite, enterClientId, signIn } from '../../../tools/browser/steps.ts';
import type { AdminClient } from '../../simulator/admin-client.ts';
import type { World } from '../core/browser.ts';

/** The extension while it listens as a viewer. No screen is open. */
export interface Listening {
  /** A page of the extension that runs nothing itself. */
  page: Page;
  sessionId: string;
}

/** The number of subscriptions of a viewer who granted no further scopes. */
const VIEWER_SUBSCRIPTIONS = 6;
const POLL_MS = 20;
const TIMEOUT_MS = 60_000;

/** Waits until `read` returns a value. Throws an error with the description after a minute. */
export async function untilSome<Value>(
  description: string,
  read: () => Promise<Value | undefined>,
): Promise<Value> {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`Waited a minute in vain: ${description}.`);
    await wait(POLL_MS);
  }
}

/** Waits until a session has all subscriptions of a viewer, and returns its id. */
async function untilListening(admin: AdminClient): Promise<string> {
  return await untilSome('all subscriptions of a viewer', async () => {
    const { sessions } = await admin.state();
    return sessions.find(
      ({ status, subscription_ids }) =>
        status === 'connected' && subscription_ids.length === VIEWER_SUBSCRIPTIONS,
    )?.id;
  });
}

/** Signs in as a viewer, chooses a favorite, and waits until the extension listens. */
export async function listenAsViewer({ admin, context }: World): Promise<Listening> {
  const origin = await extensionOrigin(context);
  const popup = context.pages()[0] ?? (await context.newPage());
  await enterClientId(popup, origin, 'bench-client');
  await popup.goto(`${origin}/popup.html`);
  await signIn(popup);
  await chooseFavorite(popup, 'demo_streamer');
  const sessionId = await untilListening(admin);
  await popup.goto('about:blank');
  return { page: await openDatabasePage(context, origin), sessionId };
}
