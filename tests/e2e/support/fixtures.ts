import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { enterClientId, signIn } from '../../../tools/browser/steps.ts';
import { type AdminClient, createAdminClient } from '../../simulator/admin-client.ts';
import type { Timings } from '../../simulator/core/timings.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import type { Token } from '../../simulator/world/tokens.ts';
import { type Browser, EXTENSION, open, type StartOptions } from './browser.ts';
import { netLogArgs, readRequests, type WireRequest } from './net-log.ts';

/** A browser with the extension, and a simulated Twitch for it. */
export interface World {
  simulator: Simulator;
  admin: AdminClient;
  browser: Browser;
  /** True if the user had signed in with the account `demo_viewer` before the browser was started. */
  isSignedIn: boolean;
  /** Closes the browser and starts it again with the same profile, which can be changed in between. */
  restart(changeProfile?: (profile: string) => Promise<void>): Promise<Browser>;
}

interface Fixtures {
  extension: string;
  start: StartOptions;
  /** Twitch's waiting times and limits that differ from the real ones. */
  timings: Partial<Timings>;
  /** True for a user who closes the page that opens by itself after the installation. */
  closesWelcome: boolean;
  /**
   * True for a user who has signed in before. Signing in takes longer than most of what follows, so it is
   * done anew only by the tests that are about it.
   */
  isSignedIn: boolean;
  world: World;
}

/** A profile of a user who has installed the store build. */
interface Profile {
  folder: string;
  /** The tokens that are stored in it. */
  issued: readonly Token[];
}

interface WorkerFixtures {
  /** Returns a profile of a user who has closed the page that opened by itself, and may have signed in. */
  prepared: (isSignedIn: boolean) => Promise<Profile>;
}

const newProfile = async () => await mkdtemp(join(tmpdir(), 'streamer-event-viewer-'));

async function prepareProfile(isSignedIn: boolean): Promise<Profile> {
  const folder = await newProfile();
  // Another seed than that of the tests: no token may be issued again that is stored here.
  const simulator = await startSimulator({ seed: 2, timings: {} });
  const start = { otherExtensions: [], args: [] };
  const opening = { profile: folder, simulator, extension: EXTENSION, start, closesWelcome: true };
  const { context, page, origin } = await open(opening);
  if (isSignedIn) {
    await enterClientId(page, origin, 'test-client');
    await page.goto(`${origin}/popup.html`);
    await signIn(page);
  }
  await context.close();
  const issued = simulator.issued();
  await simulator.close();
  return { folder, issued };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // An installation takes longer than most of what follows, so the tests of a worker share it.
  prepared: [
    async ({}, use) => {
      const profiles = new Map<boolean, Promise<Profile>>();
      await use(async (isSignedIn) => {
        const profile = profiles.get(isSignedIn) ?? prepareProfile(isSignedIn);
        profiles.set(isSignedIn, profile);
        return await profile;
      });
      for (const profile of profiles.values()) {
        await rm((await profile).folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker' },
  ],
  extension: EXTENSION,
  timings: {},
  closesWelcome: true,
  start: { otherExtensions: [], args: [] },
  isSignedIn: true,
  world: async ({ extension, start, timings, closesWelcome, isSignedIn, prepared }, use) => {
    const folder = await newProfile();
    const profile =
      closesWelcome && extension === EXTENSION ? await prepared(isSignedIn) : undefined;
    if (profile !== undefined) await cp(profile.folder, folder, { recursive: true });
    const issued = profile?.issued ?? [];
    const simulator = await startSimulator({ seed: 1, timings, issued });
    const world: World = {
      simulator,
      admin: createAdminClient(simulator.ports.admin),
      isSignedIn: issued.length > 0,
      browser: await open({
        profile: folder,
        simulator,
        extension,
        start,
        closesWelcome: closesWelcome && profile === undefined,
      }),
      restart: async (changeProfile) => {
        await world.browser.context.close();
        await changeProfile?.(folder);
        world.browser = await open({ profile: folder, simulator, extension, start });
        return world.browser;
      },
    };
    await use(world);
    await world.browser.context.close();
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  },
});

/** A test of a user who has not signed in before. */
export const testSignedOut = test.extend({ isSignedIn: false });

/** Copies the store build without the permission `unlimitedStorage`. Returns the folder of the copy. */
export async function copyWithQuota(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'streamer-event-viewer-build-'));
  await cp(EXTENSION, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.permissions = manifest.permissions.filter(
    (permission: string) => permission !== 'unlimitedStorage',
  );
  await writeFile(path, JSON.stringify(manifest));
  return copy;
}

/**
 * A test of the store build without the permission `unlimitedStorage`. With that permission only a
 * full disk keeps Chromium from writing, and the developer tools cannot simulate a full disk.
 */
export const testWithQuota = test.extend({
  extension: async ({}, use) => {
    const copy = await copyWithQuota();
    await use(copy);
    await rm(copy, { recursive: true });
  },
});

const NET_LOG = 'net.json';

/**
 * A test whose browser logs every byte it sends, from before the sign-in. `readSentRequests` reads the log,
 * once the browser is closed.
 */
export const testWithNetLog = testSignedOut.extend<{
  readSentRequests: () => Promise<WireRequest[]>;
}>({
  start: async ({}, use, { outputDir }) => {
    await mkdir(outputDir, { recursive: true });
    await use({ otherExtensions: [], args: netLogArgs(join(outputDir, NET_LOG)) });
  },
  readSentRequests: async ({}, use, { outputDir }) => {
    await use(async () => await readRequests(join(outputDir, NET_LOG)));
  },
});

export { expect } from '@playwright/test';
