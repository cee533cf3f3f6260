import type { Locator } from '@playwright/test';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { eventRows, expectListening, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel } from '../../support/steps.ts';

/**
 * Returns how often an element looks different while an attribute has one value after the other.
 * Compares pictures: with forced colors, the browser replaces colors after it has computed them.
 */
async function numberOfLooks(element: Locator, name: string, values: string[]): Promise<number> {
  const pictures = new Set<string>();
  for (const value of values) {
    await element.evaluate((node, [key, text]) => node.setAttribute(key, text), [
      name,
      value,
    ] as const);
    const picture = await element.screenshot({ animations: 'disabled' });
    pictures.add(picture.toString('base64'));
  }
  return pictures.size;
}

test('with forced colors, importance and the state of the filter can be seen', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  await popup.emulateMedia({ forcedColors: 'active' });
  await sendResubs(world.admin, 1);
  const row = eventRows(popup);
  await expect(row).toHaveCount(1);
  expect(await numberOfLooks(row, 'data-weight', ['notable', 'plain'])).toBe(2);

  const toggle = popup.getByRole('button', { name: 'Gifts', exact: true });
  expect(await numberOfLooks(toggle, 'aria-pressed', ['true', 'false'])).toBe(2);
  await toggle.hover();
  expect(await numberOfLooks(toggle, 'aria-pressed', ['true', 'false'])).toBe(2);
});

test('with forced colors, the tab shows the state of the connection', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await expectListening(popup);
  const channel = await openChannel(world, 'other_streamer');
  await channel.emulateMedia({ forcedColors: 'active' });
  const dot = panelOn(channel).locator('[data-state]');
  await expect(dot).toHaveAttribute('data-state', 'listening');
  expect(await numberOfLooks(dot, 'data-limited', ['true', 'false'])).toBe(2);
  const states = ['listening', 'reconnecting', 'problem', 'signed_out'];
  expect(await numberOfLooks(dot, 'data-state', states)).toBe(4);
});
