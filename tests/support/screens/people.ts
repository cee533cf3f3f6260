import { screen, within } from '@testing-library/preact';
import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { MINUTE } from '@/lib/time';
import { at, by } from '../builders/event-fields';
import { aBomb, aCheer, aGift, anEvent, aSub } from '../builders/events';
import { freshDatabase } from '../database/fresh-database';
import { indexed } from '../database/indexed';
import { START } from '../fakes/fake-clock';
import { openHistory } from './history';

/** A minute of the evening, as an address has it. */
export const moment = (minute: number) => new Date(START + minute * MINUTE).toISOString();
const ANONYMOUS = { viewer_id: null, viewer_login: null, viewer_name: null };
export const ANN = by('7', 'Ann');

/** What four people did, one of them anonymously, and two of them for two streamers. */
export const EVENING: readonly StreamEvent[] = [
  aCheer({ ...by('7', 'OldAnn'), ...at(1) }, 300),
  aCheer({ ...ANN, ...at(2), streamer_id: '901', streamer_name: 'Other' }, 200),
  aCheer({ ...by('8', 'Bob'), ...at(3) }, 450),
  aCheer({ ...ANONYMOUS, ...at(4) }, 9000),
  aBomb('b', 2, { ...ANN, ...at(5) }),
  aGift('b', 1, { ...ANN, ...at(5) }),
  aGift('b', 2, { ...ANN, ...at(5) }),
  anEvent('raid_in', { viewers: 120 }, { ...by('8', 'Bob'), ...at(6) }),
  aSub({ id: 'sub', ...by('9', 'Cid'), ...at(7) }),
];

async function logOf(events: readonly StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  await recordEvents(db, events);
  return await indexed(db);
}

/** Opens the view of people on the evening. */
export async function openPeople(search = '', events: readonly StreamEvent[] = EVENING) {
  return await openHistory({ db: await logOf(events), search: `?view=people${search}` });
}

/** The texts of a table, row by row; `null` if it is not there. */
export function textsOf(name: string): string[] | null {
  const table = screen.queryByRole('table', { name });
  if (table === null) return null;
  return [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent).join(' | '),
  );
}

/** The link of this name in a table. */
export const linkIn = (table: string, name: string) =>
  within(screen.getByRole('table', { name: table })).getByRole('link', { name });
