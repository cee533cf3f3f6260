import type { Page } from '@playwright/test';
import { STREAMER } from '../../../simulator/world/people/accounts.ts';
import { moreStreamers } from '../../../simulator/world/people/more-streamers.ts';
import type { Person } from '../../../simulator/world/people/person.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import { expectListening, listedIds } from '../../support/screens.ts';
import { addOthers, expectHeard, listenToSeveral, showTab } from '../../support/several.ts';
import { listenTo, openOptions } from '../../support/steps.ts';
import { sessionIds } from '../../support/twitch.ts';

const OTHERS = moreStreamers(2);
const [FIRST = STREAMER, SECOND = STREAMER] = OTHERS;
const CHAT = 'channel.chat.*';
const EXPLANATION = /Twitch won't let you read this chat/;

/** Expects events of a streamer to arrive in the popup. */
async function expectEventsOf(world: World, popup: Page, streamer: Person): Promise<void> {
  await showTab(popup, streamer.name);
  const [id] = await sendResubs(world.admin, 1, streamer);
  await expect.poll(async () => (await listedIds(popup))[0]).toBe(id);
}

/** Expects the options to explain what is missing of a streamer, once. */
async function expectExplained(world: World, { id }: Person): Promise<void> {
  const options = await openOptions(world, 'receiving');
  const section = options.getByRole('region', { name: 'What you receive' });
  await section.getByRole('combobox', { name: 'Streamer' }).selectOption(id);
  await expect(options.getByText(EXPLANATION)).toHaveCount(1);
  await options.close();
}

test('a viewer who is banned in one chat receives the others, and the options say why', async ({
  world,
}) => {
  const popup = await listenTo(world, STREAMER.login);
  const message = 'subscription missing proper authorization';
  const banned = { type: CHAT, broadcaster: FIRST.id, status: 403, message };
  await world.admin.fault({ kind: 'refuse', ...banned });
  await addOthers(popup, OTHERS);
  await expectHeard(world, [STREAMER, SECOND]);
  await expectExplained(world, FIRST);
  for (const streamer of [STREAMER, SECOND]) await expectEventsOf(world, popup, streamer);
  await expectListening(popup);
});

test('a viewer who is banned in one chat later keeps the others', async ({ world }) => {
  const popup = await listenToSeveral(world, [STREAMER, ...OTHERS]);
  const banned = { type: CHAT, broadcaster: FIRST.id };
  await world.admin.fault({ kind: 'refuse', ...banned, status: 403 });
  await world.admin.fault({ kind: 'revoke', ...banned, status: 'chat_user_banned' });
  await expectHeard(world, [STREAMER, SECOND]);
  await expectExplained(world, FIRST);
  for (const streamer of [STREAMER, SECOND]) await expectEventsOf(world, popup, streamer);
  expect(await sessionIds(world)).toHaveProperty('size', 1);
});
