import type { Page } from '@playwright/test';
import { readTable } from '../../support/database.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, testSignedOut as test, type World } from '../../support/fixtures.ts';
import { expectListening, listedIds } from '../../support/screens.ts';
import { closePopup, listenTo, openOptions, openPopup } from '../../support/steps.ts';
import { requestCount } from '../../support/twitch.ts';
import { killWorker } from '../../support/worker.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Counts the browser windows that open from now on. Returns a function that reads the count. */
async function watchWindows(world: World): Promise<() => Promise<number>> {
  const page = await openOptions(world, 'account');
  const opened = await page.evaluateHandle<number[]>(`(() => {
    const seen = [];
    chrome.windows.onCreated.addListener(({ id }) => seen.push(id));
    return seen;
  })()`);
  return () => opened.evaluate((seen) => seen.length);
}

/** Starts another worker, because every worker validates the token when it starts. */
async function startAnotherWorker(world: World): Promise<void> {
  await closePopup(world);
  await killWorker(world);
  await openPopup(world);
}

async function readToken(world: World): Promise<unknown> {
  const [account] = await readTable(world, 'accounts');
  return account?.['token'];
}

async function expectNextEventListed(world: World, popup: Page): Promise<void> {
  await expectListening(popup);
  const ids = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(popup)).toEqual(ids);
}

/** Listens with a token that expires in an hour. */
async function listenWithExpiringToken(world: World) {
  const popup = await listenTo(world, 'demo_streamer');
  const openedWindows = await watchWindows(world);
  const token = await readToken(world);
  await world.admin.fault({ kind: 'expire', seconds: 3600 });
  return { popup, openedWindows, token };
}

test('a token that expires soon is renewed without a window, and listening goes on', async ({
  world,
}) => {
  const { popup, openedWindows, token } = await listenWithExpiringToken(world);
  await world.admin.fault({ kind: 'leaving_page' });
  await startAnotherWorker(world);
  await expect.poll(() => readToken(world)).not.toBe(token);
  const [account] = await readTable(world, 'accounts');
  expect(account?.['expiresAt']).toBeGreaterThan(Date.now() + 30 * DAY);
  await expectNextEventListed(world, popup);
  expect(await openedWindows()).toBe(0);
  // The session goes on with the token that it began with. The next one does not need it.
  await startAnotherWorker(world);
  await expect.poll(() => requestCount(world, '/oauth2/revoke')).toBe(1);
  await expect.poll(async () => (await world.admin.state()).tokens).toHaveLength(1);
});

test('a renewal is tried only once a day, without a window, if Twitch has to ask the user', async ({
  world,
}) => {
  const { popup, openedWindows, token } = await listenWithExpiringToken(world);
  // Signs out at Twitch.
  await world.browser.context.clearCookies();
  const authorizations = await requestCount(world, '/oauth2/authorize');
  await startAnotherWorker(world);
  await expect.poll(() => requestCount(world, '/oauth2/authorize')).toBe(authorizations + 1);
  const validations = await requestCount(world, '/oauth2/validate');
  await startAnotherWorker(world);
  await expect.poll(() => requestCount(world, '/oauth2/validate')).toBe(validations + 1);
  await expectNextEventListed(world, popup);
  expect(await requestCount(world, '/oauth2/authorize')).toBe(authorizations + 1);
  expect(await readToken(world)).toBe(token);
  expect(await openedWindows()).toBe(0);
});
