import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { closeWelcome, launchChromium } from '../../../tools/browser/chromium.ts';
import { type AdminClient, createAdminClient } from '../../simulator/admin-client.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';

/** The unmodified store build. */
export const STORE_BUILD = resolve('.output/chrome-mv3');

/** A browser with an extension, and a simulated Twitch for it. */
export interface World {
  simulator: Simulator;
  admin: AdminClient;
  context: BrowserContext;
}

/**
 * Starts a simulator and a browser with a new profile and one extension, calls `run` with them, and
 * closes both afterwards, also after an error.
 */
export async function withWorld<Result>(
  { extension = STORE_BUILD }: { extension?: string },
  run: (world: World) => Promise<Result>,
): Promise<Result> {
  const profile = await mkdtemp(join(tmpdir(), 'streamer-event-viewer-bench-'));
  const simulator = await startSimulator({ seed: 1 });
  const context = await launchChromium({
    extension,
    profile,
    tlsPort: simulator.ports.tls,
    isHeadless: true,
  });
  try {
    await closeWelcome(context);
    return await run({ simulator, admin: createAdminClient(simulator.ports.admin), context });
  } finally {
    await context.close();
    await simulator.close();
    await rm(profile, { recursive: true, force: true });
  }
}
