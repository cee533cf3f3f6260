import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { clickToOpen, listenTo } from '../../support/steps.ts';

const rowsOf = (history: Page) => history.locator('[data-event-id]');

/** Opens the dialog with the keyboard alone. */
async function openData(history: Page) {
  await history.getByRole('button', { name: 'Data' }).focus();
  await history.keyboard.press('Enter');
  return history.getByRole('dialog', { name: 'Data' });
}

/** Presses a button that saves a file, and returns the file. */
async function saved(history: Page, button: string) {
  const download = history.waitForEvent('download');
  await history.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), path: await file.path() };
}

test('what is exported and deleted comes back with an import, and is not new', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendResubs(world.admin, 30);
  const history = await clickToOpen(popup.getByRole('button', { name: 'History' }));
  await expect(rowsOf(history)).toHaveCount(ids.length);
  const data = await openData(history);

  const csv = await saved(history, 'Export CSV');
  expect(csv.name).toMatch(/\.csv$/);
  const lines = (await readFile(csv.path, 'utf8')).trim().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(ids.map((id) => `"${id}"`));
  const json = await saved(history, 'Export JSON');
  await expect(data.getByText('30 events were exported.')).toBeVisible();

  await expect(data.getByText('These are 30 events.')).toBeVisible();
  await data.getByRole('button', { name: 'Delete' }).click();
  await expectAccessibleInBothThemes(history);
  const question = history.getByRole('dialog', { name: 'Delete 30 events?' });
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(data.getByText('30 events were deleted.')).toBeVisible();
  await expect(data.getByText('These are 0 events.')).toBeVisible();

  await history.locator('input[type=file]').setInputFiles(json.path);
  await expect(data.getByText('30 events were imported.')).toBeVisible();
  await expectAccessibleInBothThemes(history);
  await history.keyboard.press('Escape');
  await expect(data).toBeHidden();
  await expect(history.getByRole('button', { name: 'Data' })).toBeFocused();
  await expect(rowsOf(history)).toHaveCount(ids.length);
  const badge = () =>
    world.browser.context.serviceWorkers()[0]?.evaluate('chrome.action.getBadgeText({})');
  await expect.poll(badge).toBe('');
});

test('a file that breaks is refused with its line', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await sendResubs(world.admin, 3);
  const history = await clickToOpen(popup.getByRole('button', { name: 'History' }));
  await expect(rowsOf(history)).toHaveCount(3);
  const data = await openData(history);
  const { path } = await saved(history, 'Export JSON');
  const broken = `${await readFile(path, 'utf8')}{"id":7}\n`;
  await history.locator('input[type=file]').setInputFiles({
    name: 'broken.jsonl',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(broken),
  });
  await expect(data.getByRole('alert')).toContainText('Line 5 of the file is not an event');
  await expect(data.getByRole('alert')).toContainText('Nothing was imported.');
});
