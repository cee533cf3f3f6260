import { createRandom } from '../../../simulator/core/random.ts';
import { typeShape } from '../../../simulator/shapes/every-type.ts';
import { readTable, storedKinds } from '../../support/database.ts';
import { expect, test, testSignedOut, type World } from '../../support/fixtures.ts';
import { expectListening, listedIds } from '../../support/screens.ts';
import {
  answerTwitch,
  clickToOpen,
  grantRole,
  listenTo,
  openOptions,
} from '../../support/steps.ts';

/** Sends one event of a type. Returns the kinds of the events that were stored for it. */
async function kindsStoredFor(world: World, type: string): Promise<unknown[]> {
  const before = await readTable(world, 'events');
  const { version, build } = typeShape(type);
  const sent = await world.admin.sendEvent({ type, version, event: build(createRandom(1)) });
  if (sent.length === 0) return [];
  await expect.poll(() => readTable(world, 'events')).toHaveLength(before.length + 1);
  return (await storedKinds(world)).slice(before.length);
}

test('the options explain to a viewer why there are no follows', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const options = await openOptions(world, 'receiving');
  await options.getByText(/more types, and why you do not receive them/).click();
  await expect(options.getByRole('row', { name: /channel\.follow/ })).toContainText('moderator');
  await expect(options.getByText("Why don't I see follows?")).toBeVisible();
  expect(await kindsStoredFor(world, 'channel.follow')).toEqual([]);
});

testSignedOut(
  'a moderator who grants two more scopes receives follows and shoutouts',
  async ({ world }) => {
    const popup = await listenTo(world, 'demo_streamer', { as: 'demo_mod' });
    await grantRole(world, 'demo_mod');
    expect(await kindsStoredFor(world, 'channel.follow')).toEqual(['follow']);
    expect(await kindsStoredFor(world, 'channel.shoutout.create')).toEqual(['shoutout_given']);
    expect(await kindsStoredFor(world, 'channel.shoutout.receive')).toEqual(['shoutout_received']);
    await expect.poll(() => listedIds(popup)).toHaveLength(3);
  },
);

test('refusing more scopes leaves everything as it was', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const options = await openOptions(world, 'receiving');
  const button = options.getByRole('button', { name: 'Also show follows and shoutouts' });
  const twitch = await clickToOpen(button);
  await answerTwitch(twitch, 'Cancel');
  await expect(options.getByRole('alert')).toContainText('You did not authorize');
  await popup.bringToFront();
  await expectListening(popup);
});

testSignedOut(
  'a streamer receives everything from their own channel, each event once',
  async ({ world }) => {
    await listenTo(world, 'demo_streamer', { as: 'demo_streamer' });
    await grantRole(world, 'demo_streamer');
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
      expect(await kindsStoredFor(world, type), type).toEqual([kind]);
    }
    // New subs and cheers already come from chat, so the extension does not subscribe to these types.
    expect(await kindsStoredFor(world, 'channel.subscribe')).toEqual([]);
    expect(await kindsStoredFor(world, 'channel.cheer')).toEqual([]);
  },
);
