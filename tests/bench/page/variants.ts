import { rm } from 'node:fs/promises';
import type { BrowserContext } from '@playwright/test';
import { closeWelcome, extensionOrigin } from '../../../tools/browser/chromium.ts';
import { chooseFavorite, enterClientId, signIn } from '../../../tools/browser/steps.ts';
import { sendResubs } from '../../e2e/support/events.ts';
import { eventRows, expectListening } from '../../e2e/support/screens.ts';
import { type AdminClient, createAdminClient } from '../../simulator/admin-client.ts';
import { startSimulator } from '../../simulator/server.ts';
import { STORE_BUILD } from '../core/browser.ts';
import { withRealTabs } from './browser.ts';
import { createEmptyExtension } from './empty-content-script.ts';

/** With what the page is measured: no extension, an empty content script, or the product. */
export const VARIANTS = ['none', 'empty', 'product'] as const;
export type Variant = (typeof VARIANTS)[number];

/** One browser for each variant, and the simulated Twitch for all of them. */
export interface Browsers {
  admin: AdminClient;
  contexts: Readonly<Record<Variant, BrowserContext>>;
}

/** Starts a browser for each variant, calls `run`, and ends them. */
export async function withVariants<Result>(
  run: (browsers: Browsers) => Promise<Result>,
): Promise<Result> {
  const simulator = await startSimulator({ seed: 1 });
  const folder = await createEmptyExtension();
  const admin = createAdminClient(simulator.ports.admin);
  const start = async (
    extension: string | null,
    use: (context: BrowserContext) => Promise<Result>,
  ) => await withRealTabs({ extension, tlsPort: simulator.ports.tls }, use);
  try {
    return await start(null, (none) =>
      start(folder, (empty) =>
        start(STORE_BUILD, (product) => run({ admin, contexts: { none, empty, product } })),
      ),
    );
  } finally {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** As many events as the lists have rows. */
const ROWS = 10;

/** Signs in with the product, makes a streamer the favorite, and sends enough events for all rows. */
export async function listenWithRows({ admin, contexts }: Browsers, login: string): Promise<void> {
  const page = await contexts.product.newPage();
  const origin = await extensionOrigin(contexts.product);
  await closeWelcome(contexts.product);
  await enterClientId(page, origin, 'test-client');
  await page.goto(`${origin}/popup.html`);
  await signIn(page);
  await chooseFavorite(page, login);
  await expectListening(page);
  await sendResubs(admin, ROWS);
  await eventRows(page)
    .nth(ROWS - 1)
    .waitFor();
  await page.close();
}
