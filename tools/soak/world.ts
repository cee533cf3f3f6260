import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type AdminClient, createAdminClient } from '../../tests/simulator/admin-client.ts';
import { startSimulator } from '../../tests/simulator/server.ts';
import { extensionOrigin, launchChromium } from '../browser/chromium.ts';
import { openLog } from '../browser/database.ts';
import { chooseFavorite, enterClientId, signIn } from '../browser/steps.ts';

/** A browser that listens to the demo channel, and a Twitch for it. */
export interface World {
  admin: AdminClient;
  context: BrowserContext;
  browser: Browser;
  origin: string;
  popup: Page;
  /** The channel's page, with the panel in it. */
  channel: Page;
  /** From where the database can be read. */
  log: Page;
  /** How many subscriptions the extension has when it listens to everything it can. */
  subscriptions: number;
  /** Ended by whoever runs the soak. */
  stop: AbortSignal;
}

const EXTENSION = resolve('.output/chrome-mv3');
const POLL_MS = 100;
const RETURN_MS = 3 * 60_000;

/** Waits until something is the case. Throws, naming it, when it is not within three minutes. */
export async function until(
  what: string,
  stop: AbortSignal,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + RETURN_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`In vain for three minutes: ${what}.`);
    await wait(POLL_MS, undefined, { signal: stop });
  }
}

/** The ids of all sessions that Twitch knows or knew. */
export async function sessionIds({ admin }: World): Promise<Set<string>> {
  return new Set((await admin.state()).sessions.map(({ id }) => id));
}

/** Waits until one session, beside those of `before`, listens to everything, over one socket. */
export async function untilListening(
  { admin, subscriptions, stop }: World,
  before: ReadonlySet<string> = new Set(),
): Promise<void> {
  await until('all subscriptions on one socket', stop, async () => {
    const { sessions } = await admin.state();
    return sessions.some(
      ({ id, status, sockets, subscription_ids }) =>
        !before.has(id) &&
        status === 'connected' &&
        sockets === 1 &&
        subscription_ids.length === subscriptions,
    );
  });
}

/** Waits until the popup says that events are listened for. */
export async function untilToldListening(popup: Page): Promise<void> {
  await popup.getByRole('status').getByText('Listening for events').waitFor();
}

async function signInAndFollow(context: BrowserContext, origin: string): Promise<Page> {
  const popup = context.pages()[0] ?? (await context.newPage());
  await enterClientId(popup, origin, 'soak-client');
  await popup.goto(`${origin}/popup.html`);
  await signIn(context, popup);
  await chooseFavorite(popup, 'demo_streamer');
  await untilToldListening(popup);
  return popup;
}

async function subscriptionsNow(admin: AdminClient): Promise<number> {
  const { sessions } = await admin.state();
  return Math.max(...sessions.map(({ subscription_ids }) => subscription_ids.length));
}

/** Starts it all, and gives it to `run`; ends it all afterwards, whatever happened. */
export async function withWorld<Result>(
  { seed, stop }: { seed: number; stop: AbortSignal },
  run: (world: World) => Promise<Result>,
): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), 'streamer-event-viewer-'));
  const simulator = await startSimulator({ seed });
  const admin = createAdminClient(simulator.ports.admin);
  const context = await launchChromium({
    extension: EXTENSION,
    profile,
    tlsPort: simulator.ports.tls,
    isHeadless: true,
  });
  let closing: Promise<void> | null = null;
  // Whoever closes it a second time is not made to wait until it is closed.
  const close = async () => await (closing ??= context.close().catch(() => undefined));
  // What is waited for of the browser fails at once, too.
  stop.addEventListener('abort', () => void close());
  try {
    const browser = context.browser();
    if (browser === null) throw new Error('The browser can not be asked about itself.');
    const origin = await extensionOrigin(context);
    const popup = await signInAndFollow(context, origin);
    const log = await openLog(context, origin);
    const channel = await context.newPage();
    await channel.goto('https://www.twitch.tv/demo_streamer');
    await channel.getByRole('region', { name: 'Live events' }).waitFor();
    await channel.bringToFront();
    const parts = { admin, context, browser, origin, popup, channel, log };
    return await run({ ...parts, subscriptions: await subscriptionsNow(admin), stop });
  } finally {
    await close();
    await simulator.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
