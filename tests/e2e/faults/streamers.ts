import type { Page } from '@playwright/test';
import { SEVERAL } from '../../simulator/scenario/several.ts';
import type { Person } from '../../simulator/world/people/person.ts';
import type { World } from '../support/fixtures.ts';
import { listenToSeveral } from '../support/several.ts';

/** How many streamers the extension listens to while workers and browsers are killed. */
const COUNT = 5;

/** The streamers of the fault tests, the favorite first. */
export const STREAMERS: readonly Person[] = SEVERAL.slice(0, COUNT);

/** How many of them are not the favorite. */
export const OTHERS = STREAMERS.length - 1;

/** Sets up the extension, and waits until it listens to all of them. Returns the popup. */
export async function listenToAll(world: World): Promise<Page> {
  return await listenToSeveral(world, STREAMERS);
}
