import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { listedIds } from '../../support/screens.ts';
import { listenTo } from '../../support/steps.ts';

/** The popup is at most 600 pixels high: at a page zoom of 125 and 180 %, these are left. */
for (const height of [600, 480, 333]) {
  test(`in a popup of ${height} pixels, only the window scrolls, and head and foot stay`, async ({
    world,
  }) => {
    const popup = await listenTo(world, 'demo_streamer');
    const ids = await sendResubs(world.admin, 10);
    await expect.poll(() => listedIds(popup)).toEqual(ids.toReversed());
    await popup.setViewportSize({ width: 380, height });
    await popup.evaluate(() => {
      document.documentElement.dataset.view = 'popup';
    });
    const head = popup.getByText('Listening for events');
    const foot = popup.getByRole('button', { name: 'Sign out' });
    for (const top of [0, 200, 10_000]) {
      await popup.evaluate((y) => window.scrollTo(0, y), top);
      await expect(head).toBeInViewport({ ratio: 1 });
      await expect(foot).toBeInViewport({ ratio: 1 });
    }
    const scrollers = await popup.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight)
        .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
        .map(({ localName }) => localName),
    );
    expect(scrollers).toEqual(['html']);
    const overflow = await popup.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
