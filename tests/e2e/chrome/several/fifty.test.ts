import { repetitions } from '../../../faults/measurements.ts';
import { STREAMER } from '../../../simulator/world/people/accounts.ts';
import { moreStreamers } from '../../../simulator/world/people/more-streamers.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, test, type World } from '../../support/fixtures.ts';
import { expectListening, listedIds } from '../../support/screens.ts';
import { showTab, syncOthers } from '../../support/several.ts';
import {
  chooseFavorite,
  closePopup,
  openPopup,
  setUpExtension,
  signIn,
} from '../../support/steps.ts';
import { newListeningSessions, VIEWER_SUBSCRIPTIONS } from '../../support/twitch.ts';

const OTHERS = moreStreamers(50);
const SECOND = 1000;
const CREATE = 'POST /helix/eventsub/subscriptions';
const MAX_COST = 10;

/** Starts listening to fifty others, and waits until all subscriptions are there. */
async function startWithFifty(world: World): Promise<void> {
  const popup = await setUpExtension(world);
  await syncOthers(popup, OTHERS);
  await signIn(popup);
  await chooseFavorite(popup, STREAMER.login);
  const sessions = () => newListeningSessions(world, new Set(), OTHERS.length);
  await expect.poll(sessions, { timeout: 35 * SECOND }).toBe(1);
}

/** Returns what identifies the subscriptions, and what they cost. */
async function subscriptionsOf({ admin }: World) {
  const { sessions, requests_by_method } = await admin.state();
  const open = sessions.filter(({ sockets }) => sockets > 0);
  return {
    ids: open.flatMap(({ subscription_ids }) => subscription_ids),
    costs: open.map(({ total_cost }) => total_cost),
    created: requests_by_method[CREATE] ?? 0,
  };
}

test('fifty others are heard within 35 seconds of a start, and move with the session', async ({
  world,
}) => {
  test.setTimeout(180 * SECOND);
  await startWithFifty(world);
  const before = await subscriptionsOf(world);
  expect(before.ids).toHaveLength(VIEWER_SUBSCRIPTIONS + OTHERS.length);
  expect(Math.max(...before.costs)).toBeLessThanOrEqual(MAX_COST);

  await world.admin.fault({ kind: 'reconnect' });
  const isMoved = async () =>
    (await world.admin.state()).sessions.some(
      ({ status, sockets }) => status === 'connected' && sockets === 1,
    );
  await expect.poll(isMoved).toBe(true);
  const popup = await openPopup(world);
  await expectListening(popup);
  expect(await subscriptionsOf(world)).toEqual(before);

  const last = OTHERS.at(-1);
  const ids = await sendResubs(world.admin, 1, last);
  await showTab(popup, 'All');
  await expect.poll(() => listedIds(popup)).toEqual(ids);
});

/** Returns the Helix calls of every minute that is over, since the one with that number. */
async function callsByMinute({ admin }: World, skipped: number): Promise<[string, number][][]> {
  const minutes = Object.values((await admin.state()).requests_by_minute);
  return minutes
    .slice(skipped, -1)
    .map((counts) => Object.entries(counts).filter(([path]) => path.includes('/helix/')));
}

test('the calls a minute do not grow with fifty others', async ({ world }) => {
  const minutes = repetitions({ long: 5, short: 1 });
  test.setTimeout((minutes * 70 + 240) * SECOND);
  await startWithFifty(world);
  await closePopup(world);
  const started = Object.keys((await world.admin.state()).requests_by_minute).length;
  const calls = () => callsByMinute(world, started);
  await expect
    .poll(async () => (await calls()).length, { timeout: (minutes + 2) * 60 * SECOND })
    .toBeGreaterThanOrEqual(minutes);
  const counts = (await calls()).flat();
  // One call for all of them: who is live, and what titles there are.
  for (const [path, count] of counts) {
    expect(['GET /helix/streams', 'GET /helix/channels', 'GET /helix/users']).toContain(path);
    expect(count).toBeLessThanOrEqual(1);
  }
  // Names are looked up after a change of the list, and once an hour.
  expect(counts.filter(([path]) => path.endsWith('/users')).length).toBeLessThanOrEqual(1);
});
