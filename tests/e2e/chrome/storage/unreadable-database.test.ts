import { readFile } from 'node:fs/promises';
import { readTable, replaceDatabase } from '../../support/database.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test, testSignedOut } from '../../support/fixtures.ts';
import { badgeText, expectListening, listedIds, panelOn } from '../../support/screens.ts';
import {
  chooseFavorite,
  listenTo,
  openChannel,
  openOptions,
  openPopup,
  setUpExtension,
  signInAgain,
} from '../../support/steps.ts';

const DAMAGED = "The recorded events can't be opened.";

test('the database of a newer version of the extension is left as it is', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  await replaceDatabase(world, 990);
  const popup = await openPopup(world);
  await expect(popup.getByText(/written by a newer version/).first()).toBeVisible();
  expect(await readTable(world, 'events')).toEqual([{ seq: 1, id: 'kept' }]);
});

testSignedOut(
  'the user can save the content of a damaged database and start a new one',
  async ({ world }) => {
    await listenTo(world, 'demo_streamer');
    await replaceDatabase(world, 70);
    const popup = await openPopup(world);
    await expect(popup.getByText(DAMAGED, { exact: false }).first()).toBeVisible();
    await expect(popup.getByRole('status')).toContainText('Nothing is recorded');
    await expect.poll(() => badgeText(world)).toBe('!');
    const channel = await openChannel(world, 'demo_streamer');
    await expect(panelOn(channel).getByRole('status')).toContainText('Nothing is recorded');

    const options = await openOptions(world, 'account');
    const downloading = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Save what can be read' }).click();
    const saved = await readFile(await (await downloading).path(), 'utf8');
    expect(JSON.parse(saved)).toEqual({ table: 'events', record: { seq: 1, id: 'kept' } });

    await options.getByRole('button', { name: 'Start anew' }).click();
    await options.getByRole('dialog').getByRole('button', { name: 'Start anew' }).click();
    await expect(options.getByRole('button', { name: 'Start anew' })).toBeHidden();

    const repaired = await setUpExtension(world);
    await signInAgain(repaired);
    await chooseFavorite(repaired, 'demo_streamer');
    await expectListening(repaired);
    const ids = await sendResubs(world.admin, 1);
    await expect.poll(() => listedIds(repaired)).toEqual(ids);
  },
);
