import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from '@playwright/test';
import { type AdminClient, createAdminClient } from '../tests/simulator/admin-client.ts';
import { startSimulator } from '../tests/simulator/server.ts';
import { closeWelcome, extensionOrigin, launchChromium } from './browser/chromium.ts';
import { openDatabasePage, readCounts, readEvents, type StoredEvent } from './browser/database.ts';
import {
  chooseFavorite,
  enterClientId,
  grantScopesOfRole,
  type Login,
  signIn,
} from './browser/steps.ts';

/** Shows the extension in a browser, on a simulated Twitch. */

const EXTENSION = resolve('.output/chrome-mv3');
const SCREENSHOTS = resolve('demo');
const POLL_MS = 250;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    speed: { type: 'string', default: '120' },
    seed: { type: 'string', default: '7' },
    role: { type: 'string', default: 'viewer' },
  },
});

/** The account that signs in, by its role on the channel. */
const ACCOUNTS: Readonly<Record<string, Login>> = {
  viewer: 'demo_viewer',
  moderator: 'demo_mod',
  streamer: 'demo_streamer',
};

function loginOf(role: string): Login {
  const login = ACCOUNTS[role];
  if (login === undefined) throw new Error(`--role is one of ${Object.keys(ACCOUNTS).join(', ')}.`);
  return login;
}

/** True if there is a screen to show a window on. */
const hasDisplay =
  process.platform !== 'linux' ||
  [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((display) => display);

function printEvent(event: StoredEvent): void {
  const time = new Date(event.created_at).toISOString();
  console.log(`${time}  ${event.event_type.padEnd(18)} ${event.viewer_name ?? '–'}`);
}

/** Prints every event as it is stored, until `stop`. */
async function printEvents(database: Page, stop: AbortSignal): Promise<void> {
  let seq = 0;
  while (!stop.aborted) {
    for (const event of await readEvents(database, seq)) {
      printEvent(event);
      seq = event.seq;
    }
    await wait(POLL_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function setUp(context: BrowserContext, origin: string, login: Login): Promise<Page> {
  const popup = context.pages()[0] ?? (await context.newPage());
  console.log('Entering a Client ID in the options …');
  await enterClientId(popup, origin, 'demo-client');
  await popup.goto(`${origin}/popup.html`);
  console.log('Signing in with Twitch …');
  await signIn(popup, login);
  console.log('Setting the favorite streamer …');
  await chooseFavorite(popup, 'demo_streamer');
  await popup.getByText('Listening for events').first().waitFor();
  if (login !== 'demo_viewer') {
    console.log('Granting the scopes of the role …');
    await popup.goto(`${origin}/options.html#receiving`);
    await grantScopesOfRole(popup, login);
    await popup.goto(`${origin}/popup.html`);
    await popup.getByText('Listening for events').first().waitFor();
  }
  return popup;
}

async function takeScreenshots(channel: Page, popup: Page): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await channel.bringToFront();
  await channel.screenshot({ path: join(SCREENSHOTS, 'panel.png') });
  await popup.bringToFront();
  // As wide as the popup in the toolbar, and as high as its content.
  await popup.setViewportSize({ width: 380, height: 600 });
  const height = await popup.evaluate(() => document.documentElement.scrollHeight);
  await popup.setViewportSize({ width: 380, height });
  await popup.screenshot({ path: join(SCREENSHOTS, 'popup.png') });
  console.log(`\nPictures: ${join(SCREENSHOTS, 'panel.png')}, ${join(SCREENSHOTS, 'popup.png')}`);
}

async function printSummary(database: Page): Promise<void> {
  const events = await readEvents(database, 0);
  const counts = await readCounts(database);
  console.log('\nThe last 10 events in IndexedDB, newest first:');
  for (const event of events
    .toSorted((a, b) => b.created_at - a.created_at || b.seq - a.seq)
    .slice(0, 10)) {
    printEvent(event);
  }
  console.log('\nEvents by streamer:');
  for (const [streamer, group] of Map.groupBy(counts, (count) => count.streamer)) {
    console.log(`  ${streamer}: ${group.reduce((sum, { count }) => sum + count, 0)}`);
  }
  console.log('\nEvents by streamer and type:');
  for (const { streamer, type, count } of counts) console.log(`  ${streamer}  ${type}: ${count}`);
}

/** Opens the channel's page, and waits for the panel in it. */
async function openChannel(context: BrowserContext): Promise<Page> {
  const channel = await context.newPage();
  await channel.goto('https://www.twitch.tv/demo_streamer');
  await channel.locator('streamer-event-panel').waitFor({ state: 'attached' });
  await channel.bringToFront();
  return channel;
}

/** Shows an evening on the channel until `stop`, or for as many seconds as the options say. */
async function show(
  context: BrowserContext,
  admin: AdminClient,
  login: Login,
  stop: AbortController,
): Promise<void> {
  const origin = await extensionOrigin(context);
  await closeWelcome(context);
  const popup = await setUp(context, origin, login);
  const database = await openDatabasePage(context, origin);
  const channel = await openChannel(context);
  console.log('An evening on the channel begins. Ctrl-C ends it.\n');
  await admin.scenario({ name: 'evening', seed: Number(values.seed), speed: Number(values.speed) });
  const printing = printEvents(database, stop.signal);
  if (values.seconds === undefined) return await printing;
  const durationMs = Number(values.seconds) * 1000;
  await wait(durationMs, undefined, { signal: stop.signal }).catch(() => undefined);
  if (stop.signal.aborted) return;
  stop.abort();
  await printing;
  await takeScreenshots(channel, popup);
  await printSummary(database);
}

async function main(): Promise<void> {
  const login = loginOf(values.role);
  console.log('Building the extension …');
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const profile = mkdtempSync(join(tmpdir(), 'streamer-event-viewer-'));
  const simulator = await startSimulator({ seed: Number(values.seed) });
  console.log(`The simulated Twitch listens on ${JSON.stringify(simulator.ports)}.`);
  const context = await launchChromium({
    extension: EXTENSION,
    profile,
    tlsPort: simulator.ports.tls,
    isHeadless: !hasDisplay,
  });
  const stop = new AbortController();
  const end = () => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  context.once('close', end);
  try {
    await show(context, createAdminClient(simulator.ports.admin), login, stop);
  } finally {
    await context.close().catch(() => undefined);
    await simulator.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

await main();
