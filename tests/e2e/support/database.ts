import { openDatabasePage, readTable as readRecords } from '../../../tools/browser/database.ts';
import type { World } from './fixtures.ts';

/** Reads the extension's database. */

/** Returns every record of a table. */
export async function readTable(
  { browser: { context, origin } }: World,
  table: string,
): Promise<Record<string, unknown>[]> {
  const page = await openDatabasePage(context, origin);
  const records = await readRecords(page, table);
  await page.close();
  return records;
}

/** Returns the ids of the stored events, oldest first. */
export async function storedIds(world: World): Promise<unknown[]> {
  return (await readTable(world, 'events')).map(({ id }) => id);
}

/** Returns the kinds of the stored events, oldest first. */
export async function storedKinds(world: World): Promise<unknown[]> {
  return (await readTable(world, 'events')).map(({ event_type }) => event_type);
}

/** Returns the number of events according to the counters of all time. */
export async function countedEvents(world: World): Promise<number> {
  return (await readTable(world, 'counts'))
    .filter(({ period }) => period === 'all')
    .reduce((sum, { count }) => sum + Number(count), 0);
}
