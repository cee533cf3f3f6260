import type { Page } from '@playwright/test';
import { chatMessage } from '../../simulator/shapes/chat/chat-message.ts';
import { chatNotification } from '../../simulator/shapes/chat/chat-notification.ts';
import {
  badgeText,
  expect,
  listedIds,
  listenTo,
  openChannel,
  panelOn,
  readTable,
  test,
  type World,
} from './fixtures.ts';

const ONLY = 'Subs and cheers only';

const notice = (notice_type: string, own: object = {}) => ({
  type: 'channel.chat.notification',
  event: chatNotification({ notice_type, ...own }),
});
const cheer = (bits: number) => ({
  type: 'channel.chat.message',
  event: chatMessage({ bits, message_id: `cheer-${bits}` }),
});

/** Sends one event of each, a second apart, and gives their ids by name, in that order. */
async function sendEvening({ admin }: World) {
  const events = {
    sub: notice('sub'),
    raid: notice('raid', { raid: { viewer_count: 42 } }),
    gift: notice('sub_gift'),
    announcement: notice('announcement'),
    smallCheer: cheer(5),
    cheer: cheer(500),
    streak: notice('watch_streak'),
  };
  const start = Date.now() - 60_000;
  const ids = { ...events } as unknown as Record<keyof typeof events, string>;
  for (const [index, name] of (Object.keys(events) as (keyof typeof events)[]).entries()) {
    const message_timestamp = new Date(start + index * 1000).toISOString();
    [ids[name]] = (await admin.sendEvent({ ...events[name], message_timestamp })) as [string];
  }
  return ids;
}

async function openFilters({ browser: { context, origin } }: World): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/options.html#filters`);
  return page;
}

test('one click shows only subs, gifts and cheers, and another everything again', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const channel = await openChannel(world, 'demo_streamer');
  const panel = panelOn(channel);
  const ids = await sendEvening(world);
  const all = Object.values(ids).toReversed();
  await expect.poll(() => listedIds(popup)).toEqual(all);
  await expect.poll(() => listedIds(panel)).toEqual(all);
  const [events, counts] = [await readTable(world, 'events'), await readTable(world, 'counts')];

  const toggle = popup.getByRole('button', { name: ONLY });
  await toggle.click();
  const some = [ids.cheer, ids.smallCheer, ids.gift, ids.sub];
  await expect.poll(() => listedIds(popup)).toEqual(some);
  await expect.poll(() => listedIds(panel)).toEqual(some);
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect(popup.getByText('Filtered: subs, gifts and cheers only')).toBeVisible();
  await expect(panel.getByText('Only events that pass your filter show up here.')).toBeVisible();

  await toggle.click();
  await expect.poll(() => listedIds(popup)).toEqual(all);
  await expect.poll(() => listedIds(panel)).toEqual(all);
  expect(await readTable(world, 'events')).toEqual(events);
  expect(await readTable(world, 'counts')).toEqual(counts);
});

test('the badge follows its own filter, and seeing a filtered list clears it', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const options = await openFilters(world);
  await popup.goto('about:blank');
  await options.getByRole('checkbox', { name: `${ONLY} Badge` }).check();
  const ids = await sendEvening(world);
  await expect.poll(() => badgeText(world)).toBe('4');
  await options.getByRole('checkbox', { name: `${ONLY} Badge` }).uncheck();
  await expect.poll(() => badgeText(world)).toBe('7');

  // The newest events are hidden from the list, and yet they don't count for ever.
  await options.getByRole('checkbox', { name: 'Cheers and power-ups Lists' }).uncheck();
  await options.getByRole('checkbox', { name: 'highlights and streaks Lists' }).uncheck();
  await popup.goto(`${world.browser.origin}/popup.html`);
  await expect.poll(() => listedIds(popup)).toEqual([ids.gift, ids.raid, ids.sub]);
  await popup.bringToFront();
  await expect.poll(() => badgeText(world)).toBe('');
});

test('small events are left out, and the choice outlives the browser', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const ids = await sendEvening(world);
  await expect.poll(() => listedIds(popup)).toHaveLength(7);
  const options = await openFilters(world);
  const box = (name: string) => options.getByRole('spinbutton', { name: `${name} Lists` });
  await box('Least bits of a cheer').fill('100');
  await box('Least viewers of a raid').fill('50');
  await box('Least subs gifted at once').fill('2');
  await box('Least subs gifted at once').press('Enter');
  const big = [ids.streak, ids.cheer, ids.announcement, ids.sub];
  await expect.poll(() => listedIds(popup)).toEqual(big);
  const note = 'Filtered: cheers from 100 bits · raids from 50 viewers · gifts from 2 subs';
  await expect(popup.getByText(note)).toBeVisible();

  const { page, origin } = await world.restart();
  await page.goto(`${origin}/popup.html`);
  await expect.poll(() => listedIds(page)).toEqual(big);
  const again = await openFilters(world);
  await again.getByRole('button', { name: 'Reset filters' }).click();
  await expect(again.getByText('Everything is shown again.')).toBeVisible();
  await expect.poll(() => listedIds(page)).toEqual(Object.values(ids).toReversed());
});

test('an empty list names the filter as the reason', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  await world.admin.sendEvent(notice('raid'));
  await expect.poll(() => listedIds(popup)).toHaveLength(1);
  await popup.getByRole('button', { name: ONLY }).click();
  await expect(popup.getByText('Nothing from Demo_Streamer passes your filter yet.')).toBeVisible();
  await expect(popup.getByRole('list', { name: 'Recent events' })).toBeHidden();
});

test('the filters can be used with the keyboard alone', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const toggle = popup.getByRole('button', { name: ONLY });
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
  const first = options.getByRole('checkbox', { name: `${ONLY} Lists` });
  await expect(first).toBeChecked();
  await expect(options.getByRole('heading', { name: 'Filters' })).toBeInViewport();
  await first.focus();
  await options.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
});
