import { STREAMER } from '../../../simulator/world/people/accounts.ts';
import { moreStreamers } from '../../../simulator/world/people/more-streamers.ts';
import { auditEach } from '../../faults/audit.ts';
import { startFlood } from '../../faults/flood.ts';
import { untilAllStored } from '../../faults/waiting.ts';
import { readTable, storedIds } from '../../support/database.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test } from '../../support/fixtures.ts';
import { expectListening, listedIds } from '../../support/screens.ts';
import {
  addOthers,
  expectHeard,
  listenToSeveral,
  showTab,
  stopFollowing,
  tabOf,
} from '../../support/several.ts';
import { listenTo } from '../../support/steps.ts';
import { sessionIds } from '../../support/twitch.ts';

const OTHERS = moreStreamers(2);
const [FIRST = STREAMER, SECOND = STREAMER] = OTHERS;
const ALL = [STREAMER, FIRST, SECOND];

test('two others are added while events arrive, and the favorite loses none', async ({ world }) => {
  const popup = await listenTo(world, STREAMER.login);
  const flood = startFlood(world.admin, 40, ALL);
  await addOthers(popup, OTHERS);
  await expectHeard(world, ALL);
  // Once they are heard, at least one event of each of them arrives during the flood.
  for (const other of OTHERS) await sendResubs(world.admin, 1, other);
  await flood.stop();

  const events = await untilAllStored(world);
  const sent = await world.admin.listSent(0);
  const gaps = await readTable(world, 'gaps');
  const [ofFavorite, ...ofOthers] = auditEach({ sent, events, gaps }, ALL);
  expect(ofFavorite).toMatchObject({ lost: [], duplicates: [], inGaps: 0, gaps: 0 });
  expect(ofFavorite?.stored).toBe(ofFavorite?.sent);
  for (const result of ofOthers) {
    expect(result.stored).toBeGreaterThan(0);
    // Before a streamer is added, Twitch sends nothing.
    expect(result.lost.filter(({ isSent }) => isSent)).toEqual([]);
    expect(result).toMatchObject({ duplicates: [], gaps: 0 });
  }
  expect(await sessionIds(world)).toHaveProperty('size', 1);
  await expectListening(popup);
});

test('events arrive in the tab of their streamer, in “All”, and in the counts', async ({
  world,
}) => {
  const popup = await listenToSeveral(world, ALL);
  const sent = new Map<string, string[]>();
  for (const [index, streamer] of ALL.entries()) {
    sent.set(streamer.name, await sendResubs(world.admin, index + 1, streamer));
  }
  for (const [name, ids] of sent) {
    await showTab(popup, name);
    await expect.poll(() => listedIds(popup)).toEqual(ids.toReversed());
  }
  await showTab(popup, 'All');
  const all = new Set([...sent.values()].flat());
  await expect.poll(async () => new Set(await listedIds(popup))).toEqual(all);

  await popup.getByRole('button', { name: 'Counts' }).click();
  const counts = popup.getByRole('table', { name: 'Events by streamer', exact: true });
  for (const [name, ids] of sent) {
    await expect(counts.getByRole('row', { name: `${name} ${ids.length}` })).toBeVisible();
  }
});

test('a streamer who is removed is unheard at once, and undo brings them back', async ({
  world,
}) => {
  const popup = await listenToSeveral(world, ALL);
  const before = await sendResubs(world.admin, 2, FIRST);
  await stopFollowing(popup, FIRST.name);
  await expectHeard(world, [STREAMER, SECOND]);
  expect(await sendResubs(world.admin, 1, FIRST)).toEqual([]);
  const [ofSecond] = await sendResubs(world.admin, 1, SECOND);
  await expect.poll(() => storedIds(world)).toEqual([...before, ofSecond]);

  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(tabOf(popup, FIRST.name)).toBeVisible();
  await expectHeard(world, ALL);
  const after = await sendResubs(world.admin, 1, FIRST);
  await showTab(popup, FIRST.name);
  await expect.poll(() => listedIds(popup)).toEqual([...before, ...after].toReversed());
  expect(await sessionIds(world)).toHaveProperty('size', 1);
});
