import type { Page } from '@playwright/test';
import { sendResubs } from '../../support/events.ts';
import {
  expect,
  expectListening,
  killWorker,
  listedIds,
  listenTo,
  readTable,
  test,
  type World,
} from '../../support/fixtures.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Counts the windows that open from now on. */
async function watchWindows({
  browser: { context, origin },
}: World): Promise<() => Promise<number>> {
  const page = await context.newPage();
  await page.goto(`${origin}/options.html`);
  const opened = await page.evaluateHandle<number[]>(`(() => {
    const seen = [];
    chrome.windows.onCreated.addListener(({ id }) => seen.push(id));
    return seen;
  })()`);
  return () => opened.evaluate((seen) => seen.length);
}

/** With each worker that begins, Twitch is asked about the token. */
async function anotherWorker(world: World, popup: Page): Promise<void> {
  await popup.goto('about:blank');
  await killWorker(world);
  await popup.goto(`${world.browser.origin}/popup.html`);
}

const askedFor = async (world: World, path: string) =>
  (await world.admin.state()).requests[path] ?? 0;

test('a sign-in that ends soon is renewed without a window, and listening goes on', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const windows = await watchWindows(world);
  const [before] = await readTable(world, 'accounts');
  await world.admin.fault({ kind: 'expire', seconds: 3600 });
  await world.admin.fault({ kind: 'leaving_page' });
  await anotherWorker(world, popup);
  await expect.poll(() => askedFor(world, '/oauth2/revoke')).toBe(1);
  const [account] = await readTable(world, 'accounts');
  expect(account?.['token']).not.toBe(before?.['token']);
  expect(account?.['expiresAt']).toBeGreaterThan(Date.now() + 30 * DAY);
  expect((await world.admin.state()).tokens).toHaveLength(1);
  await expectListening(popup);
  const ids = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(popup)).toEqual(ids);
  expect(await windows()).toBe(0);
});

test('where Twitch would have to ask, no window opens, and it is left at that for the day', async ({
  world,
}) => {
  const popup = await listenTo(world, 'demo_streamer');
  const windows = await watchWindows(world);
  const [before] = await readTable(world, 'accounts');
  await world.admin.fault({ kind: 'expire', seconds: 3600 });
  // Nobody is signed in at Twitch any more.
  await world.browser.context.clearCookies();
  const asked = await askedFor(world, '/oauth2/authorize');
  await anotherWorker(world, popup);
  await expect.poll(() => askedFor(world, '/oauth2/authorize')).toBe(asked + 1);
  const validations = await askedFor(world, '/oauth2/validate');
  await anotherWorker(world, popup);
  await expect.poll(() => askedFor(world, '/oauth2/validate')).toBe(validations + 1);
  await expectListening(popup);
  const ids = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(popup)).toEqual(ids);
  expect(await askedFor(world, '/oauth2/authorize')).toBe(asked + 1);
  expect((await readTable(world, 'accounts'))[0]?.['token']).toBe(before?.['token']);
  expect(await windows()).toBe(0);
});
