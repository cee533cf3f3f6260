import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type AdminClient, createAdminClient } from '../../tests/simulator/admin-client.ts';
import { startSimulator } from '../../tests/simulator/server.ts';
import type { Person } from '../../tests/simulator/world/people/person.ts';
import { closeWelcome, extensionOrigin, launchChromium } from '../browser/chromium.ts';
import { openDatabasePage } from '../browser/database.ts';
import { addOthers, chooseFavorite, enterClientId, signIn } from '../browser/steps.ts';

/** A browser that listens to some channels, and a simulated Twitch for it. */
export interface World {
  admin: AdminClient;
  context: BrowserContext;
  browser: Browser;
  origin: string;
  /** The streamers to whom the extension listens, the favorite first. */
  streamers: readonly Person[];
  popup: Page;
  /** The page of the favorite's channel with the panel. */
  channel: Page;
  /** A page that can read the extension's database. */
  database: Page;
  /** The number of subscriptions while the extension listens to everything it can. */
  subscriptions: number;
  /** Aborted when the soak has to end early. */
  stop: AbortSignal;
}

const EXTENSION = resolve('.output/chrome-mv3');
const POLL_MS = 100;
const TIMEOUT_MS = 3 * 60_000;

/** Waits until `isMet` returns true. Throws an error with the description after three minutes. */
export async function until(
  description: string,
  stop: AbortSignal,
  isMet: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (!(await isMet())) {
    if (Date.now() > deadline) throw new Error(`Waited three minutes in vain: ${description}.`);
    await wait(POLL_MS, undefined, { signal: stop });
  }
}

/** Returns the ids of all EventSub sessions until now. */
export async function sessionIds({ admin }: World): Promise<Set<string>> {
  return new Set((await admin.state()).sessions.map(({ id }) => id));
}

/** Waits until a session that is not among `before` has all subscriptions on one socket. */
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

/** Waits until the popup says that the extension listens. */
export async function untilPopupListens(popup: Page): Promise<void> {
  await popup.getByRole('status').getByText('Listening for events').waitFor();
}

async function signInAndFollow(
  context: BrowserContext,
  origin: string,
  [favorite, ...others]: readonly Person[],
): Promise<Page> {
  const popup = context.pages()[0] ?? (await context.newPage());
  await enterClientId(popup, origin, 'soak-client');
  await popup.goto(`${origin}/popup.html`);
  await signIn(popup);
  await chooseFavorite(popup, favorite?.login ?? '');
  await untilPopupListens(popup);
  await addOthers(popup, others);
  return popup;
}

/** Waits until the extension hears that many streamers; returns its number of subscriptions. */
async function countSubscriptions(
  admin: AdminClient,
  streamers: number,
  stop: AbortSignal,
): Promise<number> {
  const enabled = async () =>
    (await admin.state()).subscriptions.filter(({ status }) => status === 'enabled');
  await until('every streamer is heard', stop, async () => {
    const notices = (await enabled()).filter(({ type }) => type === 'channel.chat.notification');
    return notices.length === streamers;
  });
  return (await enabled()).length;
}

/** What a world begins with. */
interface WorldOptions {
  seed: number;
  streamers: readonly Person[];
  stop: AbortSignal;
}

/** Starts a world, calls `run` with it, and closes the world afterwards, also after an error. */
export async function withWorld<Result>(
  { seed, streamers, stop }: WorldOptions,
  run: (world: World) => Promise<Result>,
): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), 'streamer-event-viewer-'));
  const simulator = await startSimulator({ seed });
  const admin = createAdminClient(simulator.ports.admin);
  // Some are live from the start, and nothing would tell when such a stream ends.
  for (const { id } of streamers) await admin.setLive({ streamer: id, live: false });
  const context = await launchChromium({
    extension: EXTENSION,
    profile,
    tlsPort: simulator.ports.tls,
    isHeadless: true,
  });
  let closing: Promise<void> | null = null;
  // Playwright's second call of close does not wait until the browser is closed.
  const close = async () => await (closing ??= context.close().catch(() => undefined));
  // Makes everything that waits for the browser fail at once.
  stop.addEventListener('abort', () => void close());
  try {
    const browser = context.browser();
    if (browser === null) throw new Error('Playwright has no handle of the browser.');
    const origin = await extensionOrigin(context);
    await closeWelcome(context);
    const popup = await signInAndFollow(context, origin, streamers);
    const database = await openDatabasePage(context, origin);
    const channel = await context.newPage();
    await channel.goto(`https://www.twitch.tv/${streamers[0]?.login ?? ''}`);
    await channel.getByRole('region', { name: 'Live events' }).waitFor();
    await channel.bringToFront();
    const subscriptions = await countSubscriptions(admin, streamers.length, stop);
    const parts = { admin, context, browser, origin, streamers, popup, channel, database };
    return await run({ ...parts, subscriptions, stop });
  } finally {
    await close();
    await simulator.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
