import type { Page } from '@playwright/test';
import { chooseFavorite, type Person, signIn } from '../../../../tools/browser/steps.ts';
import { sendResubs } from '../../support/events.ts';
import {
  expect,
  expectListening,
  listedIds,
  openPopup,
  readTable,
  type World,
  withNetLog,
} from '../../support/fixtures.ts';

/** Signs in as somebody, whoever was signed in at Twitch before. Gives the token. */
async function comeAs(world: World, popup: Page, person: Person): Promise<string> {
  const { context } = world.browser;
  await context.clearCookies();
  await signIn(context, popup, person);
  const accounts = await readTable(world, 'accounts');
  expect(accounts.map(({ login }) => login)).toEqual([person]);
  return String(accounts[0]?.token);
}

async function leave(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await popup.getByRole('button', { name: 'Sign in with Twitch' }).waitFor();
}

/** Who listens to whom, as Twitch sees it. */
async function listeners({ admin }: World): Promise<unknown[]> {
  const { subscriptions } = await admin.state();
  return [
    ...new Set(
      subscriptions
        .filter(({ type, status }) => type === 'channel.chat.message' && status === 'enabled')
        .map(({ condition }) => `${condition.user_id} ${condition.broadcaster_user_id}`),
    ),
  ];
}

withNetLog(
  'two people one after the other keep their favorites, and their tokens apart',
  async ({ world, requests }) => {
    const popup = await openPopup(world);
    const tokens = [await comeAs(world, popup, 'demo_viewer')];
    await chooseFavorite(popup, 'demo_streamer');
    await expectListening(popup);
    expect(await listeners(world)).toEqual(['200 100']);
    const [seen] = await sendResubs(world.admin, 1);
    await expect.poll(() => listedIds(popup)).toEqual([seen]);
    await leave(popup);

    tokens.push(await comeAs(world, popup, 'demo_mod'));
    await expect(popup.getByLabel('Favorite streamer')).toHaveValue('');
    expect(await listedIds(popup)).toEqual([]);
    await chooseFavorite(popup, 'other_streamer');
    await expectListening(popup);
    expect(await listeners(world)).toEqual(['300 101']);
    await leave(popup);

    tokens.push(await comeAs(world, popup, 'demo_viewer'));
    await expectListening(popup);
    expect(await listeners(world)).toEqual(['200 100']);
    await expect.poll(() => listedIds(popup)).toEqual([seen]);
    await leave(popup);

    tokens.push(await comeAs(world, popup, 'demo_mod'));
    await expectListening(popup);
    expect(await listeners(world)).toEqual(['300 101']);
    await world.browser.context.close();

    const bearers = (await requests()).flatMap((request) =>
      tokens.filter((token) => JSON.stringify(request).includes(token)),
    );
    // Each token is sent in one run, which ends before the next one begins.
    expect(bearers.filter((token, index) => token !== bearers[index - 1])).toEqual(tokens);
  },
);
