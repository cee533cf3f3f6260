import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION, open } from '../../tests/e2e/support/browser.ts';
import { copyWithQuota, type World } from '../../tests/e2e/support/fixtures.ts';
import { createAdminClient } from '../../tests/simulator/admin-client.ts';
import { startSimulator } from '../../tests/simulator/server.ts';
import { createMovableClock, type MovableClock } from './history.ts';

/** A browser with the extension that is brought into one state, and a simulated Twitch for it. */
export interface Stage extends World {
  clock: MovableClock;
  /** The errors that pages have thrown and nobody caught, until now. */
  errors: readonly string[];
}

const SEED = 7;

const restart = () => Promise.reject(new Error('A stage keeps its browser.'));

/**
 * Starts a browser of a new user, calls `run` with it, and closes it afterwards, also after an error.
 * With a quota, the developer tools can fill the extension's storage.
 */
export async function withStage(
  { hasQuota }: { hasQuota: boolean },
  run: (stage: Stage) => Promise<void>,
): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'streamer-event-viewer-'));
  const extension = hasQuota ? await copyWithQuota() : EXTENSION;
  const clock = createMovableClock();
  const simulator = await startSimulator({ seed: SEED, clock });
  const start = { otherExtensions: [], args: [] };
  const browser = await open({ profile, simulator, extension, start });
  const errors: string[] = [];
  browser.context.on('weberror', (error) => {
    errors.push(`${error.page()?.url() ?? 'a page'}: ${error.error().message}`);
  });
  const admin = createAdminClient(simulator.ports.admin);
  try {
    await run({ simulator, admin, browser, isSignedIn: false, restart, clock, errors });
  } finally {
    await browser.context.close();
    await simulator.close();
    await rm(profile, { recursive: true, force: true });
    if (hasQuota) await rm(extension, { recursive: true, force: true });
  }
}
