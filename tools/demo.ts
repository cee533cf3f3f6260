import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from '@playwright/test';
import { createAdminClient } from '../tests/simulator/admin-client.ts';
import { startSimulator } from '../tests/simulator/server.ts';
import { extensionOrigin, launchChromium } from './browser/chromium.ts';
import { type LoggedEvent, openLog, readCounts, readEvents } from './browser/database.ts';
import { chooseFavorite, enterClientId, grantMore, type Person, signIn } from './browser/steps.ts';

const EXTENSION = resolve('.output/chrome-mv3');
const PICTURES = resolve('demo');
const POLL_MS = 250;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    speed: { type: 'string', default: '120' },
    seed: { type: 'string', default: '7' },
    role: { type: 'string', default: 'viewer' },
  },
});

/** Who of the pretend Twitch signs in, by what they are on the channel. */
const PEOPLE: Readonly<Record<string, Person>> = {
  viewer: 'demo_viewer',
  moderator: 'demo_mod',
  streamer: 'demo_streamer',
};

function personOf(role: string): Person {
  const person = PEOPLE[role];
  if (person === undefined) throw new Error(`--role is one of ${Object.keys(PEOPLE).join(', ')}.`);
  return person;
}

/** Whether there is a screen to show a window on. */
const hasDisplay =
  process.platform !== 'linux' ||
  [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((display) => display);

function tell(event: LoggedEvent): void {
  const time = new Date(event.created_at).toISOString();
  console.log(`${time}  ${event.event_type.padEnd(18)} ${event.viewer_name ?? '–'}`);
}

/** Prints every event as it is stored, until `stop`. */
async function follow(log: Page, stop: AbortSignal): Promise<void> {
  let seq = 0;
  while (!stop.aborted) {
    for (const event of await readEvents(log, seq)) {
      tell(event);
      seq = event.seq;
    }
    await wait(POLL_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function setUp(context: BrowserContext, origin: string, person: Person): Promise<Page> {
  const popup = context.pages()[0] ?? (await context.newPage());
  console.log('Entering a Client ID in the options …');
  await enterClientId(popup, origin, 'demo-client');
  await popup.goto(`${origin}/popup.html`);
  console.log('Signing in on the page of Twitch …');
  await signIn(context, popup, person);
  console.log('Setting the favorite streamer …');
  await chooseFavorite(popup, 'demo_streamer');
  await popup.getByText('Listening for events').first().waitFor();
  if (person !== 'demo_viewer') {
    console.log('Granting what moderators and streamers can be told …');
    await popup.goto(`${origin}/options.html#receiving`);
    await grantMore(context, popup, person);
    await popup.goto(`${origin}/popup.html`);
    await popup.getByText('Listening for events').first().waitFor();
  }
  return popup;
}

async function takePictures(channel: Page, popup: Page): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await channel.bringToFront();
  await channel.screenshot({ path: join(PICTURES, 'panel.png') });
  await popup.bringToFront();
  // As wide as the toolbar's popup, and as high as there is something to see.
  await popup.setViewportSize({ width: 380, height: 600 });
  const height = await popup.evaluate(() => document.documentElement.scrollHeight);
  await popup.setViewportSize({ width: 380, height });
  await popup.screenshot({ path: join(PICTURES, 'popup.png') });
  console.log(`\nPictures: ${join(PICTURES, 'panel.png')}, ${join(PICTURES, 'popup.png')}`);
}

async function summarise(log: Page): Promise<void> {
  const events = await readEvents(log, 0);
  const counts = await readCounts(log);
  console.log('\nThe last 10 events in IndexedDB, newest first:');
  for (const event of events
    .toSorted((a, b) => b.created_at - a.created_at || b.seq - a.seq)
    .slice(0, 10)) {
    tell(event);
  }
  console.log('\nEvents by streamer:');
  for (const [streamer, group] of Map.groupBy(counts, (count) => count.streamer)) {
    console.log(`  ${streamer}: ${group.reduce((sum, { count }) => sum + count, 0)}`);
  }
  console.log('\nEvents by streamer and type:');
  for (const { streamer, type, count } of counts) console.log(`  ${streamer}  ${type}: ${count}`);
}

async function main(): Promise<void> {
  const person = personOf(values.role);
  console.log('Building the extension …');
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const profile = mkdtempSync(join(tmpdir(), 'streamer-event-viewer-'));
  const simulator = await startSimulator({ seed: Number(values.seed) });
  const admin = createAdminClient(simulator.ports.admin);
  console.log(`A stand-in for Twitch listens on ${JSON.stringify(simulator.ports)}.`);
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
    const origin = await extensionOrigin(context);
    const popup = await setUp(context, origin, person);
    const log = await openLog(context, origin);
    const channel = await context.newPage();
    await channel.goto('https://www.twitch.tv/demo_streamer');
    await channel.locator('streamer-event-panel').waitFor({ state: 'attached' });
    await channel.bringToFront();
    console.log('An evening on the channel begins. Ctrl-C ends it.\n');
    await admin.scenario({
      name: 'evening',
      seed: Number(values.seed),
      speed: Number(values.speed),
    });
    const following = follow(log, stop.signal);
    if (values.seconds === undefined) {
      await following;
    } else {
      await wait(Number(values.seconds) * 1000, undefined, { signal: stop.signal }).catch(end);
      if (!stop.signal.aborted) {
        end();
        await following;
        await takePictures(channel, popup);
        await summarise(log);
      }
    }
  } finally {
    await context.close().catch(() => undefined);
    await simulator.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

await main();
