import { expect, type Locator, type Page } from '@playwright/test';
import { addOthers } from '../../../tools/browser/steps.ts';
import type { Person } from '../../simulator/world/people/person.ts';
import type { World } from './fixtures.ts';
import { listenTo } from './steps.ts';

/** Steps and readings for a user who listens to several streamers. */

export { addOthers, submitOther } from '../../../tools/browser/steps.ts';

/** The popup's tab of one streamer, or the one named `All`. */
export function tabOf(popup: Page, name: string): Locator {
  return popup.getByRole('tablist', { name: 'Streamers' }).getByRole('tab', { name, exact: true });
}

/** Shows the events of one streamer in the popup, or those of `All`. */
export async function showTab(popup: Page, name: string): Promise<void> {
  await tabOf(popup, name).click();
  await expect(tabOf(popup, name)).toHaveAttribute('aria-selected', 'true');
}

/** Removes a streamer from the list with the menu of the tab. */
export async function stopFollowing(popup: Page, name: string): Promise<void> {
  await showTab(popup, name);
  await popup.getByRole('button', { name: `More about ${name}` }).click();
  await popup.getByRole('menuitem', { name: 'Stop following here' }).click();
  await expect(tabOf(popup, name)).toBeHidden();
}

/** Returns the ids of the streamers whose chat notices Twitch sends, in order. */
async function heardStreamers({ admin }: World): Promise<string[]> {
  return (await admin.state()).subscriptions
    .filter(({ type, status }) => type === 'channel.chat.notification' && status === 'enabled')
    .map(({ condition }) => condition['broadcaster_user_id'] ?? '')
    .toSorted();
}

/** Waits until Twitch sends the chat notices of these streamers, and of nobody else. */
export async function expectHeard(
  world: World,
  streamers: readonly Person[],
  timeout?: number,
): Promise<void> {
  const ids = streamers.map(({ id }) => id).toSorted();
  const options = timeout === undefined ? {} : { timeout };
  await expect.poll(() => heardStreamers(world), options).toEqual(ids);
}

/**
 * Sets up the extension, makes the first streamer the favorite, adds the others in the popup, and
 * waits until the extension listens to all. Returns the popup.
 */
export async function listenToSeveral(
  world: World,
  [favorite, ...others]: readonly Person[],
): Promise<Page> {
  if (favorite === undefined) throw new Error('There is no favorite to listen to.');
  const popup = await listenTo(world, favorite.login);
  await addOthers(popup, others);
  await expectHeard(world, [favorite, ...others]);
  return popup;
}

/** Lists streamers beside the favorite as if they were synced from another computer, in one write. */
export async function syncOthers(popup: Page, others: readonly Person[]): Promise<void> {
  const addedAt = Date.now();
  const choices = { recordsCheers: false, isMuted: false, recording: null, filters: null };
  const items = others.map((other, index) => [
    `other:200:${other.id}`,
    { ...other, avatarUrl: '', choices, addedAt: addedAt + index },
  ]);
  await popup.evaluate(`chrome.storage.sync.set(${JSON.stringify(Object.fromEntries(items))})`);
}
