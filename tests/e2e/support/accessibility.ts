import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Waits for what fades: halfway from one theme to another, a color has the contrast of neither. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ends.map(({ finished }) => finished));
  });
}

/** Returns the accessibility violations that axe finds, one line each: the rule and the elements. */
export async function accessibilityViolations(page: Page, within = 'html'): Promise<string[]> {
  await untilStill(page);
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    // There are no skip links. The rule takes a first link that is scrolled out of sight for one.
    .disableRules('skip-link')
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
