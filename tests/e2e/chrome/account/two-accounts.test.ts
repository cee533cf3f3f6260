import type { Page } from '@playwright/test';
import { readTable } from '../../support/database.ts';
import { sendResubs } from '../../support/events.ts';
import { expect, testWithNetLog, type World } from '../../support/fixtures.ts';
import { expectListening, listedIds } from '../../support/screens.ts';
import {
  chooseFavorite,
  type Login,
  setUpExtension,
  signIn,
  signOut,
} from '../../support/steps.ts';

/** Signs in, also if another account is signed in at Twitch. Returns the token. */
async function signInAs(world: World, popup: Page, login: Login): Promise<string> {
  await world.browser.context.clearCookies();
  await signIn(popup, login);
  const accounts = await readTable(world, 'accounts');
  expect(accounts.map((account) => account.login)).toEqual([login]);
  return String(accounts[0]?.token);
}

async function signOutAndWait(popup: Page): Promise<void> {
  await signOut(popup);
  await popup.getByRole('button', { name: 'Sign in with Twitch' }).waitFor();
}

/** Returns who listens to which streamer according to Twitch, as pairs of user ids. */
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

testWithNetLog(
  'two accounts that take turns keep their own favorites, and their tokens never mix',
  async ({ world, readSentRequests }) => {
    const popup = await setUpExtension(world);
    const tokens = [await signInAs(world, popup, 'demo_viewer')];
    await chooseFavorite(popup, 'demo_streamer');
    await expectListening(popup);
    expect(await listeners(world)).toEqual(['200 100']);
    const [seen] = await sendResubs(world.admin, 1);
    await expect.poll(() => listedIds(popup)).toEqual([seen]);
    await signOutAndWait(popup);

    tokens.push(await signInAs(world, popup, 'demo_mod'));
    await expect(popup.getByLabel('Favorite streamer')).toHaveValue('');
    expect(await listedIds(popup)).toEqual([]);
    await chooseFavorite(popup, 'other_streamer');
    await expectListening(popup);
    expect(await listeners(world)).toEqual(['300 101']);
    await signOutAndWait(popup);

    tokens.push(await signInAs(world, popup, 'demo_viewer'));
    await expectListening(popup);
    expect(await listeners(world)).toEqual(['200 100']);
    await expect.poll(() => listedIds(popup)).toEqual([seen]);
    await signOutAndWait(popup);

    tokens.push(await signInAs(world, popup, 'demo_mod'));
    await expectListening(popup);
    expect(await listeners(world)).toEqual(['300 101']);
    await world.browser.context.close();

    const sentTokens = (await readSentRequests()).flatMap((request) =>
      tokens.filter((token) => JSON.stringify(request).includes(token)),
    );
    // All requests with one token come before the first request with the next token.
    expect(sentTokens.filter((token, index) => token !== sentTokens[index - 1])).toEqual(tokens);
  },
);
