import type { Locator, Page } from '@playwright/test';
import { welcomePage } from '../../../../tools/browser/chromium.ts';
import { expectAccessible, expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { readTable } from '../../support/database.ts';
import { expect, test } from '../../support/fixtures.ts';
import { expectListening, panelOn } from '../../support/screens.ts';
import { answerTwitch, clickToOpen, openChannel, openPopup } from '../../support/steps.ts';
import { killWorker } from '../../support/worker.ts';

test.use({ closesWelcome: false });

const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** Moves the focus with the Tab key until a control has it. */
async function tabTo(control: Locator): Promise<void> {
  await control.waitFor();
  while (!(await control.evaluate((element) => element === document.activeElement))) {
    await control.page().keyboard.press('Tab');
  }
}

/** Waits for a step, which has the focus on its heading and is accessible in both themes. */
async function expectStep(page: Page, name: string): Promise<void> {
  await expect(title(page)).toHaveText(name);
  await expect(title(page)).toBeFocused();
  await expectAccessibleInBothThemes(page);
}

/** Does something that opens a tab or a window, and returns the page in it. */
async function opening(page: Page, act: () => Promise<void>): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await act();
  return await opened;
}

test('the page opens by itself, and the keyboard leads through the whole first run', async ({
  world,
}) => {
  const page = await welcomePage(world.browser.context);
  const { keyboard } = page;
  await expect(title(page)).toHaveText('Before step 1 Enter a Client ID');
  await expectAccessible(page);
  await tabTo(page.getByRole('textbox', { name: 'Client ID' }));
  await keyboard.type('test-client');
  await keyboard.press('Enter');

  await expectStep(page, 'Step 1 of 3 Sign in with Twitch');
  await tabTo(page.getByRole('button', { name: 'Sign in with Twitch' }));
  const twitch = await opening(page, () => keyboard.press('Enter'));
  // Twitch's own page, which closes with the click.
  await answerTwitch(twitch, 'Authorize');

  const live = page.getByRole('list', { name: 'Live now among those you follow' });
  await live.getByRole('button').first().waitFor();
  await expectStep(page, 'Step 2 of 3 Whose events do you want to see?');
  await tabTo(live.getByRole('button', { name: /^LanternKeeper/ }));
  await keyboard.press('Space');
  await tabTo(page.getByRole('combobox', { name: 'Streamer' }));
  await keyboard.type('demo_streamer');
  await keyboard.press('Enter');
  const picked = page.getByRole('list', { name: 'Your streamers' }).getByRole('listitem');
  await expect(picked).toHaveCount(2);
  await tabTo(page.getByRole('button', { name: 'Continue' }));
  await keyboard.press('Enter');

  await expectStep(page, 'Step 3 of 3 You are all set');
  await expectListening(page);
  await tabTo(page.getByRole('radio', { name: 'Beside the chat' }));
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'On the chat' })).toBeChecked();
  await tabTo(page.getByRole('link', { name: 'Watch stream' }));
  const stream = await opening(page, () => keyboard.press('Enter'));
  await expect(stream).toHaveURL('https://www.twitch.tv/lanternkeeper');
  const tabs = (await openPopup(world)).getByRole('tab');
  await expect(tabs).toHaveText(['All', /LanternKeeper/, /Demo_Streamer/]);
  const [account] = await readTable(world, 'accounts');
  expect(account).toMatchObject({ login: 'demo_viewer' });
});

test('the page opens once: not after a restart, and the panel leads back to its tab', async ({
  world,
}) => {
  const page = await welcomePage(world.browser.context);
  const channel = await openChannel(world, 'demo_streamer');
  await killWorker(world);
  const openSetUp = panelOn(channel).getByRole('button', { name: 'Open the set-up' });
  const toggle = panelOn(channel).getByRole('button').first();
  if (!(await openSetUp.isVisible())) await toggle.click();
  const shown = () => page.evaluate('chrome.tabs.getCurrent().then(({ active }) => active)');
  await channel.bringToFront();
  expect(await shown()).toBe(false);
  await openSetUp.click();
  await expect.poll(shown).toBe(true);
  const welcomes = () =>
    world.browser.context.pages().filter((open) => open.url().includes('welcome.html'));
  expect(welcomes()).toHaveLength(1);

  await page.close();
  await world.restart();
  await openPopup(world);
  expect(welcomes()).toEqual([]);
  const again = await clickToOpen(
    world.browser.page.getByRole('link', { name: 'Open the set-up' }),
  );
  await expect(title(again)).toBeVisible();
});

test('a narrow window needs no scrolling sideways', async ({ world }) => {
  const page = await welcomePage(world.browser.context);
  await page.setViewportSize({ width: 320, height: 600 });
  await title(page).waitFor();
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  expect(await overflow()).toBe(0);
});
