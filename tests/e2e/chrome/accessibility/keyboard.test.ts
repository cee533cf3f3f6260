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
    popup.getByRole('link', { name: 'Watch stream' }),
    popup.getByRole('button', { name: 'More about Demo_Streamer' }),
    box,
    popup.getByRole('button', { name: 'Save' }),
    popup.getByRole('button', { name: 'All', exact: true }),
    popup.getByRole('button', { name: 'More', exact: true }),
    popup.getByRole('button', { name: 'Counts' }),
    popup.getByRole('button', { name: 'History' }),
    popup.getByRole('button', { name: 'Open in a window of its own' }),
    popup.getByRole('link', { name: 'Options' }),
    popup.getByRole('button', { name: 'Account and more' }),
    // Offered after an installation, until the first page of Twitch has been loaded.
    popup.getByRole('button', { name: 'Reload this tab' }),
  ];
  for (const stop of stops) {
    await popup.keyboard.press('Tab');
    await expect(stop).toBeFocused();
  }
  await box.focus();
  await popup.keyboard.press('ControlOrMeta+a');
  await popup.keyboard.type('other_streamer');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Other_Streamer' })).toBeVisible();
});

test('the filters work with the keyboard alone', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await popup.getByRole('button', { name: 'All', exact: true }).focus();
  await popup.keyboard.press('ArrowRight');
  const subs = popup.getByRole('button', { name: 'Subs', exact: true });
  await expect(subs).toBeFocused();
  await popup.keyboard.press('Space');
  await expect(subs).toHaveAttribute('aria-pressed', 'true');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
  const toggle = popup.getByRole('menuitemcheckbox', { name: PRESET });
  await expect(toggle).toBeFocused();
  await popup.keyboard.press('Space');
  await expect(toggle).toHaveAttribute('aria-checked', 'true');
  const opened = popup.context().waitForEvent('page');
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('Enter');
  const options = await opened;
  const first = options.getByRole('checkbox', { name: `${PRESET} Lists` });
  await expect(first).toBeChecked();
  await expect(options.getByRole('heading', { name: 'Filters' })).toBeInViewport();
  await first.focus();
  await options.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  await popup.getByRole('button', { name: 'More', exact: true }).click();
  await expect(toggle).toHaveAttribute('aria-checked', 'false');
});
