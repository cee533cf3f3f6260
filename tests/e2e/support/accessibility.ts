import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

// There are no skip links. The rule takes a first link that is scrolled out of sight for one.
const ALL: RunOptions = { rules: { 'skip-link': { enabled: false } } };
const OF_COLORS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** Ends what fades: halfway from one theme to another, a color has the contrast of neither. */
async function endAnimations(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      const { endTime } = animation.effect?.getComputedTiming() ?? {};
      if (endTime !== Number.POSITIVE_INFINITY) animation.finish();
    }
  });
}

async function violationsOf(page: Page, within: string, options: RunOptions): Promise<string[]> {
  await endAnimations(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const run = JSON.stringify([within, { ...options, resultTypes: ['violations'] }]);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(...${run})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Returns the accessibility violations that axe finds, one line each: the rule and the elements. */
export async function accessibilityViolations(page: Page, within = 'html'): Promise<string[]> {
  return await violationsOf(page, within, ALL);
}

/** Expects that axe finds no violation on a page, or within an element of it. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  expect(await accessibilityViolations(page, within)).toEqual([]);
}

/**
 * Expects that axe finds no violation in the colors of a page, or of an element of it, that
 * {@link expectAccessible} has looked at in another theme: nothing else is different.
 */
export async function expectAccessibleColors(page: Page, within = 'html'): Promise<void> {
  expect(await violationsOf(page, within, OF_COLORS)).toEqual([]);
}

/** Expects that axe finds no violation on a page in light and in dark colors. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessibleColors(page);
}
