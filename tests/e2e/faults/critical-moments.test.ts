import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { repetitions, storeMeasurements } from '../../faults/measurements.ts';
import { readTable } from '../support/database.ts';
import { sendResubs } from '../support/events.ts';
import { expect, test, testSignedOut, type World } from '../support/fixtures.ts';
import { listedIds, panelOn } from '../support/screens.ts';
import {
  answerTwitch,
  closePopup,
  listenTo,
  openChannel,
  openPopup,
  openSignIn,
  setUpExtension,
  signIn,
  signOut,
} from '../support/steps.ts';
import { sessionIds } from '../support/twitch.ts';
import { killWorker } from '../support/worker.ts';
import { untilListening } from './waiting.ts';

test('the next worker publishes an event that was stored just before a kill', async ({ world }) => {
  await listenTo(world, 'demo_streamer');
  const panel = panelOn(await openChannel(world, 'demo_streamer'));
  const [published] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panel)).toEqual([published]);
  await closePopup(world);
  const before = await sessionIds(world);

  // Makes the worker's next publication last forever.
  const [worker] = world.browser.context.serviceWorkers();
  await worker?.evaluate('chrome.storage.local.set = () => new Promise(() => undefined)');
  const [committed] = await sendResubs(world.admin, 1);
  await expect.poll(() => readTable(world, 'events')).toHaveLength(2);
  await killWorker(world);
  expect(await listedIds(panel)).toEqual([published]);

  await openPopup(world);
  await untilListening(world, before, 10_000);
  await expect.poll(() => listedIds(panel)).toEqual([committed, published]);
  expect(await readTable(world, 'events')).toHaveLength(2);
});

/**
 * The moments when the worker is killed, in milliseconds after the user clicked "Authorize"; `null`
 * is before the click.
 */
const MOMENTS = [null, 40, 0, 10, 20, 80, 160, 320].slice(0, repetitions({ long: 8, short: 2 }));

async function killDuringSignIn(world: World, popup: Page, moment: number | null): Promise<void> {
  // Signs out at Twitch, so that Twitch asks again.
  await world.browser.context.clearCookies();
  const twitch = await openSignIn(popup);
  if (moment === null) {
    await killWorker(world);
    await twitch.close();
    return;
  }
  await answerTwitch(twitch, 'Authorize');
  await wait(moment);
  await killWorker(world);
  if (!twitch.isClosed()) await twitch.close();
}

testSignedOut(
  'a worker that is killed during sign-in leaves a complete account or none',
  async ({ world }) => {
    test.setTimeout(120_000);
    const popup = await setUpExtension(world);
    const signInButton = popup.getByRole('button', { name: 'Sign in with Twitch' });
    const favorite = popup.getByLabel('Favorite streamer');
    let signedIn = 0;
    for (const moment of MOMENTS) {
      await killDuringSignIn(world, popup, moment);
      await popup.reload();
      await expect(signInButton.or(favorite)).toBeVisible();
      const accounts = await readTable(world, 'accounts');
      if (accounts.length === 0) {
        await expect(signInButton).toBeEnabled();
        await world.browser.context.clearCookies();
        await signIn(popup);
      } else {
        signedIn += 1;
      }
      await expect(favorite).toBeVisible();
      const validHashes = (await world.admin.state()).tokens.map(({ sha256 }) => sha256);
      const [account] = await readTable(world, 'accounts');
      expect(account).toMatchObject({ id: '200', login: 'demo_viewer', name: 'Demo_Viewer' });
      const hash = createHash('sha256').update(String(account?.['token'])).digest('hex');
      expect(validHashes).toContain(hash);
      await signOut(popup);
      await expect(signInButton).toBeEnabled();
    }
    storeMeasurements(test.info().title, { kills: MOMENTS.length, 'signed in anyway': signedIn });
  },
);
