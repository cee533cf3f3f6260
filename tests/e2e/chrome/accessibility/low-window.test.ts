import type { Page } from '@playwright/test';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { listedIds } from '../../support/screens.ts';
import { listenTo } from '../../support/steps.ts';
import { inToolbarPopup, openToolbarPopup } from '../../support/toolbar-popup.ts';

/** Returns what scrolls, or could be scrolled by a script. */
async function scrollers(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const overflows = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element) =>
      (clientHeight > 0 && scrollHeight > clientHeight) || scrollWidth > clientWidth;
    const scrolls = (element: Element) =>
      element === document.documentElement ||
      /auto|scroll/.test(getComputedStyle(element).overflowY);
    return [...document.querySelectorAll('*')]
      .filter((element) => overflows(element) && scrolls(element))
      .map((element) => element.getAttribute('aria-label') ?? element.localName);
  });
}

/** A popup of 600 pixels at a page zoom of 100, 125, 180 and 200 %, and a narrow side panel. */
const SIZES = [
  [380, 600],
  [304, 480],
  [211, 333],
  [190, 300],
  [320, 600],
] as const;

async function expectFrame(popup: Page, [width, height]: readonly [number, number]): Promise<void> {
  await popup.setViewportSize({ width, height });
  await expect.poll(() => scrollers(popup)).toEqual(['Recent events']);
  const list = popup.getByRole('group', { name: 'Recent events' });
  for (const top of [0, 200, 10_000]) {
    await list.evaluate((element, y) => element.scrollTo(0, y), top);
    for (const part of [
      popup.getByRole('tab', { name: 'Demo_Streamer' }),
      popup.getByRole('link', { name: 'Watch stream' }),
      popup.getByRole('button', { name: 'More', exact: true }),
      popup.getByText('Listening for events'),
      popup.getByRole('button', { name: 'Account and more' }),
    ]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
  }
  await popup.getByRole('button', { name: 'Account and more' }).click();
  await expect(popup.getByRole('menuitem', { name: 'Sign out' })).toBeInViewport({ ratio: 1 });
  await popup.keyboard.press('Escape');
  // Where there is no room for the form, it is there as soon as it has the focus.
  await popup.getByLabel('Favorite streamer').focus();
  await expect(popup.getByRole('button', { name: 'Save' })).toBeInViewport({ ratio: 1 });
  await popup.getByRole('button', { name: 'Account and more' }).focus();
}

test('of any size, only the list of the popup scrolls, and head and foot stay', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 10);
  await expect.poll(() => listedIds(popup)).toEqual(ids.toReversed());
  for (const size of SIZES) {
    await test.step(size.join(' × '), async () => await expectFrame(popup, size));
  }
});

test('of an ended sign-in, the list keeps room, and the button stays in sight', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 10);
  await world.admin.fault({ kind: 'expire' });
  await world.admin.fault({ kind: 'revoke', status: 'authorization_revoked' });
  await popup.setViewportSize({ width: 190, height: 300 });
  await expect(popup.getByRole('alert')).toContainText('no longer valid');
  await expect(popup.getByRole('button', { name: /sign in/i })).toBeInViewport({ ratio: 1 });
  const list = await popup.getByRole('group', { name: 'Recent events' }).boundingBox();
  expect(list?.height).toBeGreaterThan(60);
});

test('the whole name is there in 320 pixels, with normal and with larger texts', async ({
  world,
}) => {
  const popup = await listenTo(world, 'other_streamer');
  await popup.setViewportSize({ width: 320, height: 600 });
  const name = popup.getByRole('heading', { name: 'Other_Streamer', level: 1 });
  for (const textSize of ['normal', 'larger']) {
    await popup
      .locator('html')
      .evaluate((root, size) => (root.dataset['textSize'] = size), textSize);
    await expect(name).toHaveAttribute('title', 'Other_Streamer');
    const cutOff = await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(cutOff, textSize).toBe(0);
  }
});

/** Runs in the popup. */
const MEASURE = `
  const root = popup.document.documentElement;
  const list = popup.document.querySelector('[aria-label="Recent events"]');
  return list && {
    scrollbar: popup.innerWidth - root.clientWidth,
    hidden: root.scrollHeight - popup.innerHeight,
    width: popup.innerWidth,
    listScrolls: list.scrollHeight > list.clientHeight,
  };
`;

test('the popup below the toolbar button is a frame, and its window does not scroll', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 10);
  await openToolbarPopup(world);
  const measured = () => inToolbarPopup(world, MEASURE);
  await expect.poll(measured).toEqual({
    scrollbar: 0,
    hidden: 0,
    width: 380,
    listScrolls: true,
  });
});
