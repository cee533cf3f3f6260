import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { createMeter, type PageMetrics } from './page-metrics.ts';
import { openStaticTab, type StaticPage } from './static-page.ts';
import { type Browsers, VARIANTS, type Variant } from './variants.ts';

/** How long a page is left alone after it has loaded: longer than anything takes that a load starts. */
const SETTLE_MS = 2000;

/** What every page has cost, by variant. */
export type Loads = Readonly<Record<Variant, PageMetrics[]>>;

export interface LoadOptions extends StaticPage {
  rounds: number;
  /** Resolves when the product shows what it should on this page; rejects if it does not. */
  isShown(page: Page): Promise<void>;
  /** Loads the page behind another tab. */
  isHidden?: boolean;
}

async function measureLoad(context: BrowserContext, options: LoadOptions, variant: Variant) {
  const page = await openStaticTab(context, options);
  const meter = await createMeter(page);
  const front = options.isHidden === true ? await context.newPage() : undefined;
  await page.goto(options.url);
  await delay(SETTLE_MS);
  // Only now: whatever Playwright looks for on a page, it brings a large script of its own.
  const metrics = await meter.read({ isHeapExact: true });
  if (variant === 'product') await options.isShown(page);
  await page.close();
  await front?.close();
  return metrics;
}

/** Loads the page in every browser, one after another, as often as there are rounds. */
export async function measureLoads({ contexts }: Browsers, options: LoadOptions): Promise<Loads> {
  const loads = { none: [], empty: [], product: [] } as Record<Variant, PageMetrics[]>;
  // The first load of a browser also starts what later ones share.
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const variant of VARIANTS) {
      const metrics = await measureLoad(contexts[variant], options, variant);
      if (round > 0) loads[variant].push(metrics);
    }
  }
  return loads;
}
