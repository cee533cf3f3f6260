import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STREAMER } from '../../simulator/world/people/accounts.ts';
import { moreStreamers } from '../../simulator/world/people/more-streamers.ts';
import type { Person } from '../../simulator/world/people/person.ts';
import { sendResubs } from '../support/events.ts';
import { click, type FirefoxWorld, fill, startFirefoxWorld, waitFor } from '../support/firefox.ts';
import { listedIn, listenInFirefox } from '../support/firefox-steps.ts';

let world: FirefoxWorld;

beforeAll(async () => {
  world = await startFirefoxWorld();
});

afterAll(async () => {
  await world?.close();
});

const OTHERS = moreStreamers(2);
const ALL = [STREAMER, ...OTHERS];

async function showTab(popup: Page, name: string): Promise<void> {
  await click(popup, `::-p-aria(${name}[role="tab"])`);
}

async function add(popup: Page, { login, name }: Person): Promise<void> {
  await click(popup, '::-p-aria(Add streamer[role="button"])');
  await fill(popup, '::-p-aria(Streamer[role="combobox"])', login);
  await click(popup, '::-p-aria(Add[role="button"])');
  await waitFor(popup, `::-p-aria(${name}[role="tab"])`);
}

/** Waits until Twitch sends the chat notices of that many streamers. */
async function untilHeard(count: number): Promise<void> {
  const heard = async () =>
    (await world.admin.state()).subscriptions.filter(
      ({ type, status }) => type === 'channel.chat.notification' && status === 'enabled',
    );
  await expect.poll(heard, { timeout: 20_000 }).toHaveLength(count);
}

test('a user adds two others, and events arrive in the tab of each and in “All”', async () => {
  const popup = await listenInFirefox(world, STREAMER.login);
  const before = await sendResubs(world.admin, 1);
  for (const other of OTHERS) await add(popup, other);
  await untilHeard(ALL.length);

  const all = new Set(before);
  for (const streamer of ALL) {
    const ids = await sendResubs(world.admin, 2, streamer);
    for (const id of ids) all.add(id);
    await showTab(popup, streamer.name);
    const earlier = streamer === STREAMER ? before : [];
    const expected = [...earlier, ...ids].toReversed();
    await expect.poll(() => listedIn(popup), { timeout: 10_000 }).toEqual(expected);
  }
  await showTab(popup, 'All');
  const listed = async () => new Set(await listedIn(popup));
  await expect.poll(listed, { timeout: 10_000 }).toEqual(all);
  expect((await world.admin.state()).sessions).toHaveLength(1);
});
