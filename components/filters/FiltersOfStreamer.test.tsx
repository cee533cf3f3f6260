import { render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { DEFAULT_FILTER, withChoice } from '@/lib/domain/filter/filter';
import { listedBy } from '@/lib/domain/roster/roster';
import { changeRoster, readRoster } from '@/lib/settings/roster';
import { changeFilter, readFilters } from '@/lib/settings/settings';
import { OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aFeed, storeFeed } from '@/tests/support/builders/feed';
import { aRoster, listed } from '@/tests/support/builders/roster';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { choosingBackground } from '@/tests/support/screens/choosing-background';
import { setUpScreen } from '@/tests/support/screens/screen';
import { FilterSettings } from './FilterSettings';

setUpScreen();

beforeEach(() => {
  // happy-dom has no scrolling.
  Element.prototype.scrollIntoView = () => undefined;
});

const noRaids = withChoice(DEFAULT_FILTER, 'raids', false);

async function openForOther(send = choosingBackground()) {
  await storeFeed(aFeed());
  await changeRoster('200', () => aRoster({ others: [listed(OTHER_STREAMER)] }));
  await changeFilter('feed', () => noRaids);
  render(<FilterSettings send={send} />);
  const user = userEvent.setup();
  const select = await screen.findByRole('combobox', { name: 'For' });
  await screen.findAllByRole('table');
  await user.selectOptions(select, 'Other_Streamer');
  return { user };
}

const asForAll = () => screen.getByRole<HTMLInputElement>('switch', { name: /^As for all/ });
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const own = async () => listedBy(await readRoster('200'), '101')?.choices.filters;

it('are those for all at first, then a copy that can be changed', async () => {
  const { user } = await openForOther();
  expect(screen.queryByRole('table')).toBeNull();
  expect(asForAll().checked).toBe(true);
  await user.click(asForAll());
  await waitFor(() => expect(box('Raids Lists').checked).toBe(false));
  await user.click(box('Ad breaks Lists'));
  await user.click(box('Follows Badge'));
  await waitFor(async () =>
    expect(await own()).toEqual({
      feed: withChoice(noRaids, 'ads', false),
      badge: withChoice(DEFAULT_FILTER, 'follows', false),
    }),
  );
  expect(await readFilters()).toEqual({ feed: noRaids, badge: DEFAULT_FILTER });
  await user.click(asForAll());
  await waitFor(async () => expect(await own()).toBeNull());
  expect(screen.queryByRole('table')).toBeNull();
});

it('are reset for this streamer only', async () => {
  const { user } = await openForOther();
  await user.click(asForAll());
  await user.click(await screen.findByRole('button', { name: 'Reset filters' }));
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toBe(
      'Everything of Other_Streamer is shown again.',
    ),
  );
  expect(await own()).toEqual({ feed: DEFAULT_FILTER, badge: DEFAULT_FILTER });
  expect((await readFilters()).feed).toEqual(noRaids);
});

it('show why a change was not stored', async () => {
  const { user } = await openForOther(
    fakeSend({ 'streamers/choose': { ok: false, problem: 'settings_limit' } }),
  );
  await user.click(asForAll());
  expect((await screen.findByRole('alert')).textContent).toContain('Wait a minute');
  expect(asForAll().checked).toBe(true);
});
