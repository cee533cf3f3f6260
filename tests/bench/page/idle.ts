import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { createMeter, type Meter } from './page-metrics.ts';
import { openStaticTab, type StaticPage } from './static-page.ts';
import { type Browsers, VARIANTS, type Variant } from './variants.ts';

const TABS = 5;
const SETTLE_MS = 3000;

/** Task time in the tabs of one browser, in milliseconds per second. */
interface IdleCost {
  /** In the front tab. */
  visible: number;
  /** In all the other tabs together. */
  hidden: number;
}

export type IdleCosts = Readonly<Record<Variant, IdleCost[]>>;

export interface IdleOptions extends StaticPage {
  rounds: number;
  /** How long the tabs are left alone in each round. */
  seconds: number;
}

/** Opens the tabs of one browser. Returns their meters, that of the front tab last. */
async function openTabs(context: BrowserContext, options: IdleOptions): Promise<Meter[]> {
  const meters: Meter[] = [];
  const pages: Page[] = [];
  for (let tab = 0; tab < TABS; tab += 1) {
    const page = await openStaticTab(context, options);
    meters.push(await createMeter(page));
    await page.goto(options.url);
    pages.push(page);
  }
  const states = await Promise.all(pages.map((page) => page.evaluate('document.visibilityState')));
  const hidden = states.filter((state) => state === 'hidden');
  if (hidden.length !== TABS - 1)
    throw new Error(`Only the front tab is visible, not ${states.join()}.`);
  return meters;
}

/** Returns the task time of each tab in milliseconds per second, over some seconds. */
async function taskRates(meters: readonly Meter[], seconds: number): Promise<number[]> {
  const before = await Promise.all(meters.map((meter) => meter.read()));
  await delay(seconds * 1000);
  const after = await Promise.all(meters.map((meter) => meter.read()));
  return after.map(({ task, readAt }, tab) => {
    const start = before[tab] ?? { task, readAt };
    return (1000 * (task - start.task)) / (readAt - start.readAt);
  });
}

/** Measures five tabs in each browser while nothing happens. All browsers wait at the same time. */
export async function measureIdle(
  { contexts }: Browsers,
  options: IdleOptions,
): Promise<IdleCosts> {
  const costs = { none: [], empty: [], product: [] } as Record<Variant, IdleCost[]>;
  const meters = new Map<Variant, Meter[]>();
  for (const variant of VARIANTS) meters.set(variant, await openTabs(contexts[variant], options));
  await delay(SETTLE_MS);
  for (let round = 0; round < options.rounds; round += 1) {
    await Promise.all(
      VARIANTS.map(async (variant) => {
        const rates = await taskRates(meters.get(variant) ?? [], options.seconds);
        const visible = rates.at(-1) ?? Number.NaN;
        const hidden = rates.slice(0, -1).reduce((sum, rate) => sum + rate, 0);
        costs[variant].push({ visible, hidden });
      }),
    );
  }
  return costs;
}
