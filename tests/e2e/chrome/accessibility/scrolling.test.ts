import type { Locator, Page } from '@playwright/test';
import {
  expectAccessible,
  expectAccessibleColors,
  expectAccessibleInBothThemes,
} from '../../support/accessibility.ts';
import { sendGiftBomb, sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { eventList, eventRows, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel } from '../../support/steps.ts';

const RECIPIENTS = 50;

/** Unfolds the recipients of the newest row. */
async function unfoldRecipients(screen: Page | Locator): Promise<void> {
  const newest = eventList(screen).getByRole('listitem').first();
  await newest.locator('summary').click();
  await expect(newest.getByText(`Viewer_${RECIPIENTS}`, { exact: true })).toBeVisible();
}

/** Returns how many elements that scroll are inside others that scroll. */
async function nestedScrollers(list: Locator): Promise<number> {
  return await list.evaluate((element) => {
    const scrolls = (node: Element) =>
      /auto|scroll/.test(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight;
    const inside = [...element.querySelectorAll('*')].filter(scrolls);
    return inside.filter((node) => {
      let parent = node.parentElement;
      while (parent !== null && !scrolls(parent)) parent = parent.parentElement;
      return parent !== null;
    }).length;
  });
}

test('a list that scrolls is accessible in dark and in light colors', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 9);
  await sendGiftBomb(world.admin, RECIPIENTS);
  const channel = await openChannel(world, 'demo_streamer');
  await channel.setViewportSize({ width: 1366, height: 768 });
  const panel = panelOn(channel);
  await expect(eventRows(panel)).toHaveCount(10);
  await expect(panel.getByText(/^to Viewer_1, Viewer_2 and 48 more$/)).toBeVisible();
  await expectAccessible(channel, 'streamer-event-panel');

  await unfoldRecipients(panel);
  await expectAccessible(channel, 'streamer-event-panel');
  expect(await nestedScrollers(eventList(panel))).toBe(0);
  await channel.evaluate("window.simulator.setTheme('light')");
  await expect(channel.locator('html')).toHaveClass(/theme-light/);
  await expectAccessibleColors(channel, 'streamer-event-panel');
  await unfoldRecipients(popup);
  await expectAccessibleInBothThemes(popup);
  expect(await nestedScrollers(eventList(popup))).toBe(0);
});

test('the list of the panel scrolls with the keyboard alone', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 10);
  const channel = await openChannel(world, 'demo_streamer');
  await channel.setViewportSize({ width: 1366, height: 768 });
  await expect(eventRows(panelOn(channel))).toHaveCount(10);
  await expectAccessible(channel, 'streamer-event-panel');
  const scroller = panelOn(channel).getByRole('group', { name: 'Recent events' });
  await panelOn(channel).getByRole('button', { name: 'Panel menu' }).focus();
  await channel.keyboard.press('Tab');
  await expect(eventRows(panelOn(channel)).first()).toBeFocused();
  await channel.keyboard.press('End');
  await expect(eventRows(panelOn(channel)).last()).toBeFocused();
  await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
});
