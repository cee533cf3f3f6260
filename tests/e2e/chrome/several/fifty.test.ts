import { repetitions } from '../../../faults/measurements.ts';
import { STREAMER } from '../../../simulator/world/people/accounts.ts';
import { moreStreamers } from '../../../simulator/world/people/more-streamers.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, testSignedOut as test, type World } from '../../support/fixtures.ts';
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

/** Returns the number of calls of Helix so far, by method and path. */
async function callsOf({ admin }: World): Promise<Map<string, number>> {
  const calls = Object.entries((await admin.state()).requests_by_method);
  return new Map(calls.filter(([path]) => path.includes('/helix/')));
}

test('from one look to the next, nothing else is asked about fifty others', {
  tag: '@waits',
}, async ({ world }) => {
  const minutes = repetitions({ long: 5, short: 1 });
  test.setTimeout((minutes * 70 + 180) * SECOND);
  await startWithFifty(world);
  await closePopup(world);
  const before = await callsOf(world);
  const added = async (path: string) =>
    ((await callsOf(world)).get(path) ?? 0) - (before.get(path) ?? 0);
  const timeout = (minutes + 1) * 60 * SECOND;
  for (const path of ['GET /helix/streams', 'GET /helix/channels']) {
    await expect.poll(() => added(path), { timeout }).toBe(minutes);
  }
  for (const path of (await callsOf(world)).keys()) {
    if (path === 'GET /helix/streams' || path === 'GET /helix/channels') continue;
    // Recordings are looked up once a day, one streamer after another.
    if (path === 'GET /helix/videos') continue;
    // Names are looked up after a change of the list, and once an hour.
    expect(await added(path)).toBeLessThanOrEqual(path === 'GET /helix/users' ? 1 : 0);
  }
  expect((await callsOf(world)).get('GET /helix/videos')).toBeLessThanOrEqual(OTHERS.length + 1);
});
