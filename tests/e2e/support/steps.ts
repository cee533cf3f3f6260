import type { Page } from '@playwright/test';
import {
  chooseFavorite,
  enterClientId,
  grantScopesOfRole,
  type Login,
  signIn,
} from '../../../tools/browser/steps.ts';
import type { World } from './fixtures.ts';
import { expectListening } from './screens.ts';
import { expectSubscribed } from './twitch.ts';

/** Steps that a user takes in the browser. Those on one page are in tools/browser/steps.ts. */

export {
  answerTwitch,
  chooseFavorite,
  clickToOpen,
  enterClientId,
  grantScopes,
  type Login,
  openSignIn,
  signIn,
  signInAgain,
} from '../../../tools/browser/steps.ts';

/** Shows the popup as a page in the first tab. */
export async function openPopup({ browser: { page, origin } }: World): Promise<Page> {
  await page.goto(`${origin}/popup.html`);
  return page;
}

/** Leaves the popup's page, as if the popup closed. */
export async function closePopup({ browser: { page } }: World): Promise<void> {
  await page.goto('about:blank');
}

/** Enters a Client ID, as after installing, and opens the popup. */
export async function setUpExtension(world: World): Promise<Page> {
  if (world.isSignedIn) throw new Error('The user has signed in already.');
  const { page, origin } = world.browser;
  await enterClientId(page, origin, 'test-client');
  return await openPopup(world);
}

/** Sets up the extension, signs in, and opens the popup. */
export async function setUpSignedIn(world: World, as: Login = 'demo_viewer'): Promise<Page> {
  if (world.isSignedIn) {
    if (as !== 'demo_viewer') throw new Error(`A test of ${as} has to sign in anew.`);
    return await openPopup(world);
  }
  const popup = await setUpExtension(world);
  await signIn(popup, as);
  return popup;
}

/**
 * Sets up the extension, signs in, makes a streamer the favorite, and waits until the extension
 * listens. Returns the popup.
 */
export async function listenTo(
  world: World,
  userName: string,
  { as }: { as?: Login } = {},
): Promise<Page> {
  const popup = await setUpSignedIn(world, as);
  await chooseFavorite(popup, userName);
  await expectListening(popup);
  return popup;
}

/** Signs out in the popup. */
export async function signOut(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Account and more' }).click();
  await popup.getByRole('menuitem', { name: 'Sign out' }).click();
}

/** Opens the options in a new tab, at a section or a part of one. */
export async function openOptions(
  { browser: { context, origin } }: World,
  place:
    | 'account'
    | 'appearance'
    | 'filters'
    | 'notifications'
    | 'receiving'
    | 'recording'
    | 'storage',
): Promise<Page> {
  const options = await context.newPage();
  await options.goto(`${origin}/options.html#${place}`);
  return options;
}

/** Grants the scopes of a role on the options page, and waits until Twitch has the subscriptions. */
export async function grantRole(world: World, as: Exclude<Login, 'demo_viewer'>): Promise<void> {
  await grantScopesOfRole(await openOptions(world, 'receiving'), as);
  const lastType = as === 'demo_mod' ? 'channel.follow' : 'channel.ad_break.begin';
  await expectSubscribed(world, lastType);
}

/** Opens a channel's page on Twitch in a new tab. */
export async function openChannel({ browser: { context } }: World, login: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`https://www.twitch.tv/${login}`);
  return page;
}
