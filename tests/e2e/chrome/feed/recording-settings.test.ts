import type { Page } from '@playwright/test';
import { rewardRedemption } from '../../../simulator/shapes/channel/channel-points.ts';
import { chatClear, chatClearUserMessages } from '../../../simulator/shapes/chat/chat-clearing.ts';
import { channelBan } from '../../../simulator/shapes/moderation/ban.ts';
import { channelModerate } from '../../../simulator/shapes/moderation/moderate.ts';
import { MODERATOR, VIEWER } from '../../../simulator/world/people/accounts.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { readTable, storedKinds } from '../../support/database.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test, testSignedOut, type World } from '../../support/fixtures.ts';
import { eventRows, listedIds } from '../../support/screens.ts';
import {
  answerTwitch,
  clickToOpen,
  grantScopes,
  type Login,
  listenTo,
  openOptions,
} from '../../support/steps.ts';
import { expectSubscribed } from '../../support/twitch.ts';

/** Opens a popup that listens, and the options. */
async function openPages(world: World, as: Login): Promise<{ popup: Page; options: Page }> {
  const popup = await listenTo(world, 'demo_streamer', { as });
  return { popup, options: await openOptions(world, 'recording') };
}

async function switchOn(options: Page, name: string): Promise<void> {
  await options.getByRole('switch', { name }).click();
  await expect(options.getByText(/^Saved\. The change applies/)).toBeVisible();
}

/** Sends the three messages of a ban: for viewers, for the streamer, and for moderators. */
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

testSignedOut(
  'a moderator who switches moderation on and grants its scopes sees a ban as one row',
  async ({ world }) => {
    const { popup, options } = await openPages(world, 'demo_mod');
    await options.getByRole('link', { name: 'What you receive' }).click();
    await grantScopes(
      options.getByRole('button', { name: 'Also show follows and shoutouts' }),
      'demo_mod',
    );
    await expectSubscribed(world, 'channel.follow');
    await expectSubscribed(world, 'channel.moderate', 0);
    await options.getByRole('link', { name: 'Recording' }).click();
    await switchOn(options, 'Moderation');
    await expectSubscribed(world, 'channel.chat.clear_user_messages');
    const button = options.getByRole('button', { name: 'Also show who moderates, and why' });
    await expect(options.getByText('moderator:read:banned_users')).toBeVisible();
    await expectAccessible(options);
    await grantScopes(button, 'demo_mod');
    await expectSubscribed(world, 'channel.moderate');
    await expectSubscribed(world, 'channel.chat.clear_user_messages', 0);
    await expect(button).toBeHidden();
    const [id] = await ban(world);
    await expect.poll(() => listedIds(popup)).toEqual([id]);
    await expect(eventRows(popup)).toContainText(['Demo_Viewer was banned']);
    await expect(eventRows(popup)).toContainText(['By Demo_Mod']);
    expect(await storedKinds(world)).toEqual(['ban']);
    // Other rights and another choice took effect in the running session, without a gap.
    expect((await world.admin.state()).sessions).toHaveLength(1);
    expect(await readTable(world, 'gaps')).toEqual([]);
  },
);

testSignedOut(
  'a streamer who refuses the scopes of moderation still sees what viewers see of it',
  async ({ world }) => {
    const { popup, options } = await openPages(world, 'demo_streamer');
    await switchOn(options, 'Moderation');
    await expectSubscribed(world, 'channel.chat.clear_user_messages');
    const button = options.getByRole('button', { name: 'Also show who moderates, and why' });
    const twitch = await clickToOpen(button);
    await answerTwitch(twitch, 'Cancel');
    await expect(options.getByRole('alert')).toContainText('You did not authorize');
    await expect(options.getByRole('switch', { name: 'Moderation' })).toBeChecked();
    await ban(world);
    await expect.poll(() => listedIds(popup)).toHaveLength(1);
    expect(await storedKinds(world)).toEqual(['user_messages_cleared']);
  },
);

test('a viewer sees that chat was cleared only while moderation is switched on', async ({
  world,
}) => {
  const { popup, options } = await openPages(world, 'demo_viewer');
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

testSignedOut(
  'a streamer who switches redemptions on grants only their scope',
  async ({ world }) => {
    const { popup, options } = await openPages(world, 'demo_streamer');
    await switchOn(options, 'Channel point redemptions');
    const button = options.getByRole('button', { name: 'Allow channel point redemptions' });
    await grantScopes(button, 'demo_streamer');
    await expectSubscribed(world, 'channel.channel_points_custom_reward_redemption.add');
    await expectSubscribed(world, 'channel.ad_break.begin', 0);
    const [id] = await world.admin.sendEvent({
      type: 'channel.channel_points_custom_reward_redemption.add',
      event: rewardRedemption({ user: VIEWER }),
    });
    await expect.poll(() => listedIds(popup)).toEqual([id]);
    await expect(eventRows(popup)).toContainText(['Demo_Viewer redeemed Name a chicken']);
  },
);
