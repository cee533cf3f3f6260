import { screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { at } from '@/tests/support/builders/event-fields';
import { aBomb, aGift, anEvent, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { goBackTo, openHistory, rowIds } from '@/tests/support/screens/history';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const EVENING = [
  aSub({ id: 'sub', ...at(1) }),
  anEvent('sub_end', { tier: '1000', isGift: false }, { id: 'end', ...at(2) }),
  aSub({ id: 'later', ...at(3) }),
  aBomb('b', 1, { id: 'bomb', ...at(4) }),
  aGift('b', 1, { id: 'gift', ...at(4) }),
];

async function open(search: string) {
  const db = freshDatabase();
  await recordEvents(db, EVENING);
  return await openHistory({ db: await indexed(db), search });
}

const shows = (ids: string[]) => waitFor(() => expect(rowIds()).toEqual(ids));
const bar = () => screen.getByRole('toolbar', { name: 'Kinds of events' });
const pressed = () => within(bar()).queryAllByRole('button', { pressed: true });

it('leads from the number of new subs to them, and to no other subs', async () => {
  const { user } = await open('?view=statistics');
  await user.click(await screen.findByRole('link', { name: 'New subs' }));
  await shows(['later', 'sub']);
  expect(location.search).toBe('?streamer=100&type=sub');
});

it('leads from what somebody did to the rows of that type', async () => {
  const { user } = await open('?view=people&viewer=200');
  const table = await screen.findByRole('table', { name: 'By type' });
  const [link] = within(within(table).getByRole('row', { name: /^New subs/ })).getAllByRole('link');
  if (link === undefined) throw new Error('No link.');
  await user.click(link);
  await shows(['later', 'sub']);
  expect(location.search).toBe('?viewer=200&type=sub');
});

it('finds a gift in the gift bomb that its header began', async () => {
  await open('?type=gift');
  await shows(['bomb']);
  expect(location.search).toBe('?type=gift');
});

it('shows the type as a filter that can be removed', async () => {
  const { user } = await open('?type=sub');
  await shows(['later', 'sub']);
  expect(pressed()).toEqual([]);
  expect(screen.getByRole('button', { name: 'Filters: 1' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'New subs' }));
  await shows(['bomb', 'later', 'end', 'sub']);
  expect(location.search).toBe('');
  expect(document.activeElement).toBe(screen.getByLabelText('Search'));
  expect(screen.queryByRole('button', { name: 'New subs' })).toBeNull();
  await goBackTo('?type=sub_end');
  await shows(['end']);
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await shows(['bomb', 'later', 'end', 'sub']);
});

it.each([
  ['All', ['All'], '', ['bomb', 'later', 'end', 'sub']],
  [/^Subs/, ['Subs3'], '?kinds=subs', ['later', 'end', 'sub']],
])('shows the chosen kinds instead of the type: %s', async (name, chosen, search, ids) => {
  const { user } = await open('?type=sub');
  await shows(['later', 'sub']);
  await user.click(await within(bar()).findByRole('button', { name }));
  await shows(ids);
  expect(location.search).toBe(search);
  expect(pressed().map(({ textContent }) => textContent)).toEqual(chosen);
});
