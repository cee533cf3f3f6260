import { expect, test } from '../../support/fixtures.ts';
import { listenTo } from '../../support/steps.ts';

const PRESET = 'Subs and cheers only';

test('the popup works with the keyboard alone', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await popup.reload();
  const box = popup.getByLabel('Favorite streamer');
  await expect(box).toHaveValue('demo_streamer');
  const stops = [
    popup.getByRole('tab', { name: 'Demo_Streamer' }),
    popup.getByRole('button', { name: 'Add streamer' }),
    // Offered after an installation, until the first page of Twitch has been loaded.
    popup.getByRole('button', { name: 'Reload this tab' }),
    popup.getByRole('link', { name: 'Watch stream' }),
    popup.getByRole('button', { name: 'More about Demo_Streamer' }),
    box,
  ];
  for (const stop of stops) {
    await popup.keyboard.press('Tab');
    await expect(stop).toBeFocused();
  }
  await popup.keyboard.press('ControlOrMeta+a');
  await popup.keyboard.type('other_streamer');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Other_Streamer' })).toBeVisible();
});

test('the filters work with the keyboard alone', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const toggle = popup.getByRole('button', { name: PRESET });
  await popup.getByLabel('Favorite streamer').focus();
  while (!(await toggle.evaluate((element) => element === document.activeElement))) {
    await popup.keyboard.press('Tab');
  }
  await popup.keyboard.press('Space');
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  const opened = popup.context().waitForEvent('page');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
  const options = await opened;
  const first = options.getByRole('checkbox', { name: `${PRESET} Lists` });
  await expect(first).toBeChecked();
  await expect(options.getByRole('heading', { name: 'Filters' })).toBeInViewport();
  await first.focus();
  await options.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
});
