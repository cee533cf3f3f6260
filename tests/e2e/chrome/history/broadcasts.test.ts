import type { Page } from '@playwright/test';
import { streamOffline, streamOnline } from '../../../simulator/shapes/channel/stream.ts';
import { expectAccessibleInBothThemes } from '../../support/accessibility.ts';
import { storedIds } from '../../support/database.ts';
import { createViewer, sendNotification } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { listenTo } from '../../support/steps.ts';

const SLOT = 300_000;

const rowsOf = (history: Page) => history.locator('[data-event-id]');

test('a broadcast leads to its timeline, and a bar of that to its events, by keyboard only', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  const { admin } = world;
  const began = Math.floor(Date.now() / SLOT) * SLOT - 12 * SLOT;
  const online = streamOnline({ id: '77', started_at: new Date(began).toISOString() });
  await admin.sendEvent({ type: 'stream.online', event: online });
  const resubs = [1, 2, 3].map((number) => {
    // In the middle of a slot.
    const time = new Date(began + 6.5 * SLOT + number * 1000).toISOString();
    return sendNotification(admin, { notice_type: 'resub', chatter: createViewer(number) }, time);
  });
  const ids = (await Promise.all(resubs)).flat();
  await expect.poll(async () => (await storedIds(world)).length).toBe(4);
  const { context, origin } = world.browser;
  const history = await context.newPage();
  await history.goto(`${origin}/history.html?view=broadcasts`);
  const broadcasts = history.getByRole('list', { name: 'Broadcasts' });
  await expect(broadcasts.getByText('3 subs')).toBeVisible();
  await expect(broadcasts.getByText('Live', { exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(history);

  await broadcasts.getByRole('heading', { level: 3 }).getByRole('link').press('Enter');
  await expect(history).toHaveURL(/\?view=broadcasts&broadcast=/);
  await expect(history.getByRole('heading', { level: 2, name: /\d:\d\d/ })).toBeFocused();
  const bars = history.getByRole('group', { name: 'Timeline' }).getByRole('link');
  await expect(bars.first()).toHaveAccessibleName(/3 subs/);
  await expectAccessibleInBothThemes(history);
  await bars.first().focus();
  await history.keyboard.press('End');
  await expect(bars.last()).toBeFocused();
  await history.keyboard.press('Home');
  await history.keyboard.press('Enter');
  await expect(history).toHaveURL(/\?streamer=\d+&from=.+&until=/);
  await expect(rowsOf(history)).toHaveCount(3);
  for (const id of ids) await expect(history.locator(`[data-event-id="${id}"]`)).toBeVisible();
  await history.goBack();
  await expect(bars.first()).toBeVisible();

  await admin.sendEvent({
    type: 'stream.offline',
    event: streamOffline({ id: '77' }),
    message_timestamp: new Date(began + 11.4 * SLOT).toISOString(),
  });
  await expect(history.getByText('57m long')).toBeVisible();
});
