import type { Page } from '@playwright/test';
import { chooseFavorite, grantMore, type Person, signIn } from '../../../tools/steps.ts';
import { createRandom } from '../../simulator/core/random.ts';
import { typeShape } from '../../simulator/shapes/every-type.ts';
import {
  expect,
  expectListening,
  listedIds,
  openPopup,
  readTable,
  test,
  type World,
} from './fixtures.ts';

async function listenAs(world: World, person: Person): Promise<Page> {
  const popup = await openPopup(world);
  await signIn(world.browser.context, popup, person);
  await chooseFavorite(popup, 'demo_streamer');
  await expectListening(popup);
  return popup;
}

async function openReceiving({ browser: { context, origin } }: World): Promise<Page> {
  const options = await context.newPage();
  await options.goto(`${origin}/options.html#receiving`);
  return options;
}

/** Sends one event of a type; gives the kinds that were stored of it. */
async function storedOf(world: World, type: string): Promise<unknown[]> {
  const before = await readTable(world, 'events');
  const { version, build } = typeShape(type);
  const sent = await world.admin.sendEvent({ type, version, event: build(createRandom(1)) });
  if (sent.length === 0) return [];
  await expect.poll(() => readTable(world, 'events')).toHaveLength(before.length + 1);
  const events = await readTable(world, 'events');
  return events.slice(before.length).map((event) => event.event_type);
}

test('a viewer is told why there are no follows', async ({ world }) => {
  await listenAs(world, 'demo_viewer');
  const options = await openReceiving(world);
  await expect(options.getByRole('row', { name: /channel\.follow/ })).toContainText('moderator');
  await expect(options.getByText("Why don't I see follows?")).toBeVisible();
  expect(await storedOf(world, 'channel.follow')).toEqual([]);
});

test('a moderator grants two rights more and sees follows and shoutouts', async ({ world }) => {
  const popup = await listenAs(world, 'demo_mod');
  await grantMore(world.browser.context, await openReceiving(world), 'demo_mod');
  await expect
    .poll(async () => (await world.admin.state()).subscriptions.map(({ type }) => type))
    .toContain('channel.follow');
  expect(await storedOf(world, 'channel.follow')).toEqual(['follow']);
  expect(await storedOf(world, 'channel.shoutout.create')).toEqual(['shoutout_given']);
  expect(await storedOf(world, 'channel.shoutout.receive')).toEqual(['shoutout_received']);
  await expect.poll(() => listedIds(popup)).toHaveLength(3);
});

test('refusing more rights leaves everything as it was', async ({ world }) => {
  const popup = await listenAs(world, 'demo_viewer');
  const options = await openReceiving(world);
  const opened = world.browser.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Also show follows and shoutouts' }).click();
  await (await opened).getByRole('button', { name: 'Cancel' }).click();
  await expect(options.getByRole('alert')).toContainText('You did not authorize');
  await popup.bringToFront();
  await expectListening(popup);
});

test('the streamer sees all of their own channel, each thing once', async ({ world }) => {
  await listenAs(world, 'demo_streamer');
  await grantMore(world.browser.context, await openReceiving(world), 'demo_streamer');
  await expect
    .poll(async () => (await world.admin.state()).subscriptions.map(({ type }) => type))
    .toContain('channel.ad_break.begin');
  for (const [type, kind] of [
    ['channel.follow', 'follow'],
    ['channel.hype_train.begin', 'hype_train_begin'],
    ['channel.poll.begin', 'poll_begin'],
    ['channel.prediction.begin', 'prediction_begin'],
    ['channel.goal.begin', 'goal_begin'],
    ['channel.charity_campaign.start', 'charity_begin'],
    ['channel.ad_break.begin', 'ad_break'],
    ['channel.subscription.end', 'sub_end'],
  ] as const) {
    expect(await storedOf(world, type), type).toEqual([kind]);
  }
  // Chat tells new subs and the bits tell cheers: what tells them again is not even asked for.
  expect(await storedOf(world, 'channel.subscribe')).toEqual([]);
  expect(await storedOf(world, 'channel.cheer')).toEqual([]);
});
