import type { Locator } from '@playwright/test';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { listedIds, panelOn } from '../../support/screens.ts';
import { listenTo, openChannel } from '../../support/steps.ts';

/** Replaces every text that may be translated, as Google Translate does. */
async function translate(root: Locator): Promise<void> {
  await root.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.parentElement === null || text.parentElement.closest('[translate="no"]')) continue;
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstElementChild?.append(`[${text.data}]`);
      text.replaceWith(font);
    }
  });
}

test('translated pages stay up to date, and names and words of people are not translated', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const panel = panelOn(await openChannel(world, 'demo_streamer'));
  const [first] = await sendResubs(world.admin, 1);
  const screens = [
    { screen: popup.locator('main'), rows: () => listedIds(popup) },
    { screen: panel, rows: () => listedIds(panel) },
  ];
  for (const { screen, rows } of screens) {
    await expect.poll(rows).toEqual([first]);
    await expect(screen.getByText('Listening for events')).toBeVisible();
    await translate(screen);
    await expect(screen.getByText('[Listening for events]')).toBeVisible();
    await expect(screen.locator('bdi font, [dir="auto"] font')).toHaveCount(0);
  }
  const [second] = await sendResubs(world.admin, 1);
  for (const { rows } of screens) await expect.poll(rows).toEqual([second, first]);

  for (const { screen } of screens) await translate(screen);
  await world.admin.fault({ kind: 'offline' });
  for (const { screen } of screens) {
    await expect(screen.getByText('Connection lost, reconnecting…')).toBeVisible();
    await expect(screen.getByText(/Listening for events/)).toHaveCount(0);
  }
});
