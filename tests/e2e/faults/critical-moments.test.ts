import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { openSignIn, signIn } from '../../../tools/browser/steps.ts';
import { howMany, note } from '../../faults/measurements.ts';
import { sendResubs } from '../support/events.ts';
import {
  expect,
  killWorker,
  listedIds,
  listenTo,
  openChannel,
  openPopup,
  panelOn,
  readTable,
  test,
  type World,
} from '../support/fixtures.ts';
import { sessionIds, untilListening } from './listening.ts';

test('a worker killed between commit and publish: the next one publishes it', async ({ world }) => {
  const popup = await listenTo(world, 'demo_streamer');
  const panel = panelOn(await openChannel(world, 'demo_streamer'));
  const [published] = await sendResubs(world.admin, 1);
  await expect.poll(() => listedIds(panel)).toEqual([published]);
  await popup.goto('about:blank');
  const before = await sessionIds(world);

  // The worker's next publication takes longer than it has to live.
  const [worker] = world.browser.context.serviceWorkers();
  await worker?.evaluate('chrome.storage.local.set = () => new Promise(() => undefined)');
  const [committed] = await sendResubs(world.admin, 1);
  await expect.poll(() => readTable(world, 'events')).toHaveLength(2);
  await killWorker(world);
  expect(await listedIds(panel)).toEqual([published]);

  await popup.goto(`${world.browser.origin}/popup.html`);
  await untilListening(world, before, 10_000);
  await expect.poll(() => listedIds(panel)).toEqual([committed, published]);
  expect(await readTable(world, 'events')).toHaveLength(2);
});

/** When the worker is killed, in milliseconds after the user agreed; `null` for before that. */
const MOMENTS = [null, 40, 0, 10, 20, 80, 160, 320].slice(0, howMany(8, 2));

async function killDuringSignIn(
  world: World,
  popup: typeof world.browser.page,
  moment: number | null,
) {
  // Twitch asks nobody twice: so that it asks, nobody is signed in there.
  await world.browser.context.clearCookies();
  const twitch = await openSignIn(world.browser.context, popup);
  if (moment === null) {
    await killWorker(world);
    return await twitch.close();
  }
  // The window closes under the click.
  await twitch.getByRole('button', { name: 'Authorize' }).click({ noWaitAfter: true });
  await wait(moment);
  await killWorker(world);
  if (!twitch.isClosed()) await twitch.close();
}

test('a worker killed during sign-in leaves nothing half done', async ({ world }) => {
  test.setTimeout(120_000);
  const popup = await openPopup(world);
  const button = popup.getByRole('button', { name: 'Sign in with Twitch' });
  const name = popup.getByText('Demo_Viewer');
  let signedIn = 0;
  for (const moment of MOMENTS) {
    await killDuringSignIn(world, popup, moment);
    await popup.reload();
    await expect(button.or(name)).toBeVisible();
    const accounts = await readTable(world, 'accounts');
    if (accounts.length === 0) {
      await expect(button).toBeEnabled();
      await world.browser.context.clearCookies();
      await signIn(world.browser.context, popup);
    } else {
      signedIn += 1;
    }
    await expect(name).toBeVisible();
    const good = (await world.admin.state()).tokens.map(({ sha256 }) => sha256);
    const [account] = await readTable(world, 'accounts');
    expect(account).toMatchObject({ id: '200', login: 'demo_viewer', name: 'Demo_Viewer' });
    expect(good).toContain(createHash('sha256').update(String(account?.['token'])).digest('hex'));
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await expect(button).toBeEnabled();
  }
  note(test.info().title, { kills: MOMENTS.length, 'signed in all the same': signedIn });
});
