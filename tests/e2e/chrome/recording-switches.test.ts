import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { chooseFavorite, grantBy, type Person, signIn } from '../../../tools/steps.ts';
import { rewardRedemption } from '../../simulator/shapes/channel/channel-points.ts';
import { chatClear, chatClearUserMessages } from '../../simulator/shapes/chat/chat-clearing.ts';
import { channelBan } from '../../simulator/shapes/moderation/ban.ts';
import { channelModerate } from '../../simulator/shapes/moderation/moderate.ts';
import { MODERATOR, VIEWER } from '../../simulator/world/people/accounts.ts';
import { sendResubs } from '../support/events.ts';
import {
  expect,
  expectListening,
  listedIds,
  openPopup,
  readTable,
  test,
  type World,
} from './fixtures.ts';

/** A popup that listens, and the options. */
async function begin(world: World, person: Person): Promise<{ popup: Page; options: Page }> {
  const popup = await openPopup(world);
  await signIn(world.browser.context, popup, person);
  await chooseFavorite(popup, 'demo_streamer');
  await expectListening(popup);
  const options = await world.browser.context.newPage();
  await options.goto(`${world.browser.origin}/options.html`);
  return { popup, options };
}

async function switchOn(options: Page, name: string): Promise<void> {
  await options.getByRole('switch', { name }).click();
  await expect(options.getByText(/^Saved\. It applies/)).toBeVisible();
}

/** Waits until exactly one session is subscribed to a type, or none is. */
async function expectSubscribed({ admin }: World, type: string, count = 1): Promise<void> {
  await expect
    .poll(async () => {
      const { subscriptions } = await admin.state();
      return subscriptions.filter((one) => one.type === type && one.status === 'enabled').length;
    })
    .toBe(count);
}

const rows = (popup: Page) =>
  popup.getByRole('list', { name: 'Recent events' }).locator('[data-event-id]');

const kindsIn = async (world: World) =>
  (await readTable(world, 'events')).map((event) => event.event_type);

/** A ban as Twitch tells it: to chat, to the team, and to the streamer. */
async function ban({ admin }: World): Promise<string[]> {
  const people = { user: VIEWER, moderator: MODERATOR };
  await admin.sendEvent({
    type: 'channel.chat.clear_user_messages',
    event: chatClearUserMessages({ target: VIEWER }),
  });
  await admin.sendEvent({ type: 'channel.ban', event: channelBan(people) });
  const event = channelModerate({ action: 'ban', ...people });
  return await admin.sendEvent({ type: 'channel.moderate', event });
}

test('a moderator switches moderation on, allows it, and a ban is one row', async ({ world }) => {
  const { popup, options } = await begin(world, 'demo_mod');
  await grantBy(
    world.browser.context,
    options.getByRole('button', { name: 'Also show follows and shoutouts' }),
    'demo_mod',
  );
  await expectSubscribed(world, 'channel.follow');
  await expectSubscribed(world, 'channel.moderate', 0);
  await switchOn(options, 'Moderation');
  await expectSubscribed(world, 'channel.chat.clear_user_messages');
  const button = options.getByRole('button', { name: 'Also show who moderates, and why' });
  await expect(options.getByText('moderator:read:banned_users')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: options }).analyze();
  expect(violations).toEqual([]);
  await grantBy(world.browser.context, button, 'demo_mod');
  await expectSubscribed(world, 'channel.moderate');
  await expectSubscribed(world, 'channel.chat.clear_user_messages', 0);
  await expect(button).toBeHidden();
  const [id] = await ban(world);
  await expect.poll(() => listedIds(popup)).toEqual([id]);
  await expect(rows(popup)).toContainText(['Demo_Viewer was banned']);
  await expect(rows(popup)).toContainText(['By Demo_Mod']);
  expect(await kindsIn(world)).toEqual(['ban']);
});

test('refusing the rights of moderation leaves what chat shows', async ({ world }) => {
  const { popup, options } = await begin(world, 'demo_streamer');
  await switchOn(options, 'Moderation');
  await expectSubscribed(world, 'channel.chat.clear_user_messages');
  const opened = world.browser.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Also show who moderates, and why' }).click();
  await (await opened).getByRole('button', { name: 'Cancel' }).click();
  await expect(options.getByRole('alert')).toContainText('You did not authorize');
  await expect(options.getByRole('switch', { name: 'Moderation' })).toBeChecked();
  await ban(world);
  await expect.poll(() => listedIds(popup)).toHaveLength(1);
  expect(await kindsIn(world)).toEqual(['user_messages_cleared']);
});

test('a viewer gets a row for a cleared chat only while moderation is on', async ({ world }) => {
  const { popup, options } = await begin(world, 'demo_viewer');
  const clear = { type: 'channel.chat.clear', event: chatClear() };
  expect(await world.admin.sendEvent(clear)).toEqual([]);
  await switchOn(options, 'Moderation');
  await expectSubscribed(world, 'channel.chat.clear');
  const [cleared] = await world.admin.sendEvent(clear);
  await expect.poll(() => listedIds(popup)).toEqual([cleared]);
  await options.getByRole('switch', { name: 'Moderation' }).click();
  await expectSubscribed(world, 'channel.chat.clear', 0);
  await expectSubscribed(world, 'channel.raid');
  expect(await world.admin.sendEvent(clear)).toEqual([]);
  const [resub] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(popup)).toEqual([resub, cleared]);
});

test('the streamer switches redemptions on, and allows nothing but these', async ({ world }) => {
  const { popup, options } = await begin(world, 'demo_streamer');
  await switchOn(options, 'Channel point redemptions');
  const button = options.getByRole('button', { name: 'Allow channel point redemptions' });
  await grantBy(world.browser.context, button, 'demo_streamer');
  await expectSubscribed(world, 'channel.channel_points_custom_reward_redemption.add');
  await expectSubscribed(world, 'channel.ad_break.begin', 0);
  const [id] = await world.admin.sendEvent({
    type: 'channel.channel_points_custom_reward_redemption.add',
    event: rewardRedemption({ user: VIEWER }),
  });
  await expect.poll(() => listedIds(popup)).toEqual([id]);
  await expect(rows(popup)).toContainText(['Demo_Viewer redeemed Name a chicken']);
});
