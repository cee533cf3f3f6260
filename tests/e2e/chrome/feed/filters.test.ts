import type { Page } from '@playwright/test';
import type { AdminClient } from '../../../simulator/admin-client.ts';
import { chatMessage } from '../../../simulator/shapes/chat/chat-message.ts';
import { chatNotification } from '../../../simulator/shapes/chat/chat-notification.ts';
import { readTable } from '../../support/database.ts';
import { expect, test } from '../../support/fixtures.ts';
import { badgeText, eventList, listedIds, panelOn } from '../../support/screens.ts';
import { closePopup, listenTo, openChannel, openOptions, openPopup } from '../../support/steps.ts';

const PRESET = 'Subs and cheers only';

const notification = (notice_type: string, payload: object = {}) => ({
  type: 'channel.chat.notification',
  event: chatNotification({ notice_type, ...payload }),
});
const cheer = (bits: number) => ({
  type: 'channel.chat.message',
  event: chatMessage({ bits, message_id: `cheer-${bits}` }),
});

/** Sends seven different events, one second apart. Returns their message ids by name, in that order. */
async function sendSevenEvents(admin: AdminClient) {
  const events = {
    sub: notification('sub'),
    raid: notification('raid', { raid: { viewer_count: 42 } }),
    gift: notification('sub_gift'),
    announcement: notification('announcement'),
    smallCheer: cheer(5),
    cheer: cheer(500),
    streak: notification('watch_streak'),
  };
  const start = Date.now() - 60_000;
  const ids = { ...events } as unknown as Record<keyof typeof events, string>;
  for (const [index, name] of (Object.keys(events) as (keyof typeof events)[]).entries()) {
    const message_timestamp = new Date(start + index * 1000).toISOString();
    [ids[name]] = (await admin.sendEvent({ ...events[name], message_timestamp })) as [string];
  }
  return ids;
}

/** Opens the menu with the rest of the filter. */
async function openMore(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'More', exact: true }).click();
}

test('a chip shows one thing, and neither stores anything nor marks the rest as seen', async ({
  world,
}) => {
  await listenTo(world, 'demo_streamer');
  await closePopup(world);
  const ids = await sendSevenEvents(world.admin);
  await expect.poll(() => badgeText(world)).toBe('7');
  const options = await openOptions(world, 'filters');
  await options.getByRole('checkbox', { name: 'Raids Lists' }).uncheck();
  const popup = await openPopup(world);
  await expect.poll(() => listedIds(popup)).toHaveLength(6);
  await popup.getByRole('button', { name: 'Raids', exact: true }).click();
  await expect.poll(() => listedIds(popup)).toEqual([ids.raid]);
  await openMore(popup);
  await popup.getByRole('menuitemcheckbox', { name: 'highlights and streaks' }).click();
  await expect.poll(() => listedIds(popup)).toEqual([ids.streak, ids.announcement]);
  await popup.reload();
  await expect.poll(() => listedIds(popup)).toHaveLength(6);
});

test('the menu shows only subs, gifts and cheers, and shows everything again', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  const panel = panelOn(channel);
  const ids = await sendSevenEvents(world.admin);
  const all = Object.values(ids).toReversed();
  await expect.poll(() => listedIds(popup)).toEqual(all);
  await expect.poll(() => listedIds(panel)).toEqual(all);
  const [events, counts] = [await readTable(world, 'events'), await readTable(world, 'counts')];

  await openMore(popup);
  const toggle = popup.getByRole('menuitemcheckbox', { name: PRESET });
  await toggle.click();
  const subsAndCheers = [ids.cheer, ids.smallCheer, ids.gift, ids.sub];
  await expect.poll(() => listedIds(popup)).toEqual(subsAndCheers);
  await expect.poll(() => listedIds(panel)).toEqual(subsAndCheers);
  await expect(toggle).toHaveAttribute('aria-checked', 'true');
  await expect(popup.getByText('Filtered: subs, gifts and cheers only')).toBeVisible();
  await expect(panel.getByText('Only events that pass your filter show up here.')).toBeVisible();

  await toggle.click();
  await expect.poll(() => listedIds(popup)).toEqual(all);
  await expect.poll(() => listedIds(panel)).toEqual(all);
  expect(await readTable(world, 'events')).toEqual(events);
  expect(await readTable(world, 'counts')).toEqual(counts);
});

test('the badge has its own filter, and opening a filtered list clears it', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const options = await openOptions(world, 'filters');
  await closePopup(world);
  await options.getByRole('checkbox', { name: `${PRESET} Badge` }).check();
  const ids = await sendSevenEvents(world.admin);
  await expect.poll(() => badgeText(world)).toBe('4');
  await options.getByRole('checkbox', { name: `${PRESET} Badge` }).uncheck();
  await expect.poll(() => badgeText(world)).toBe('7');

  // The newest events are not in the list, but opening the list clears them from the badge.
  await options.getByRole('checkbox', { name: 'Cheers and power-ups Lists' }).uncheck();
  await options.getByRole('checkbox', { name: 'highlights and streaks Lists' }).uncheck();
  const popup = await openPopup(world);
  await expect.poll(() => listedIds(popup)).toEqual([ids.gift, ids.raid, ids.sub]);
  await popup.bringToFront();
  await expect.poll(() => badgeText(world)).toBe('');
});

test('minimum values hide small events, also after the browser restarts', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendSevenEvents(world.admin);
  await expect.poll(() => listedIds(popup)).toHaveLength(7);
  const options = await openOptions(world, 'filters');
  const minimum = (name: string) => options.getByRole('spinbutton', { name: `${name} Lists` });
  await minimum('Least bits of a cheer').fill('100');
  await minimum('Least viewers of a raid').fill('50');
  await minimum('Least subs gifted at once').fill('2');
  await minimum('Least subs gifted at once').press('Enter');
  const big = [ids.streak, ids.cheer, ids.announcement, ids.sub];
  await expect.poll(() => listedIds(popup)).toEqual(big);
  const note = 'Filtered: cheers from 100 bits · raids from 50 viewers · gifts from 2 subs';
  await expect(popup.getByText(note)).toBeVisible();

  await world.restart();
  const reopened = await openPopup(world);
  await expect.poll(() => listedIds(reopened)).toEqual(big);
  const filters = await openOptions(world, 'filters');
  await filters.getByRole('button', { name: 'Reset filters' }).click();
  await expect(filters.getByText('Everything is shown again.')).toBeVisible();
  await expect.poll(() => listedIds(reopened)).toEqual(Object.values(ids).toReversed());
});

test('an empty list names the filter as the reason', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await world.admin.sendEvent(notification('raid'));
  await expect.poll(() => listedIds(popup)).toHaveLength(1);
  await openMore(popup);
  await popup.getByRole('menuitemcheckbox', { name: PRESET }).click();
  await expect(popup.getByText('Nothing from Demo_Streamer passes your filter yet.')).toBeVisible();
  await expect(eventList(popup)).toBeHidden();
});

test('150 quick changes end in the last one, without an error', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const options = await openOptions(world, 'filters');
  const raids = options.getByRole('checkbox', { name: 'Raids Lists' });
  await expect(raids).toBeChecked();
  const states = await raids.evaluate(async (box: HTMLInputElement) => {
    const seen: boolean[] = [];
    for (let change = 0; change < 151; change += 1) {
      box.click();
      // Until the page is rendered again.
      await new Promise(requestAnimationFrame);
      seen.push(box.checked);
    }
    return seen;
  });
  expect(states).toEqual(states.map((_, index) => index % 2 === 1));
  await expect(popup.getByText('Filtered: without Raids')).toBeVisible();
  await expect(options.getByRole('alert')).toHaveCount(0);
  await options.reload();
  await expect(raids).not.toBeChecked();
});
