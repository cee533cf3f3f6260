import { act, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_FILTER, withChoice, withLeast } from '@/lib/domain/filter/filter';
import { changeFilter, readFilters, settingsItem } from '@/lib/settings/settings';
import { setUpScreen } from '@/tests/support/screen';
import { FilterSettings } from './FilterSettings';

setUpScreen();

async function open() {
  render(<FilterSettings />);
  const table = within(await screen.findByRole('table'));
  return {
    user: userEvent.setup(),
    box: (name: string) => table.getByRole<HTMLInputElement>('checkbox', { name }),
    size: (name: string) => table.getByRole<HTMLInputElement>('spinbutton', { name }),
  };
}

describe('the filters of the options', () => {
  beforeEach(() => {
    // No page is scrolled here, and happy-dom can't.
    Element.prototype.scrollIntoView = () => undefined;
  });

  it('hides and shows a kind, in the lists and in the badge by itself', async () => {
    const { user, box } = await open();
    expect(box('Raids Lists').checked).toBe(true);
    await user.click(box('Raids Lists'));
    await waitFor(() => expect(box('Raids Lists').checked).toBe(false));
    expect(box('Raids Badge').checked).toBe(true);
    await user.click(box('Follows Badge'));
    await waitFor(async () =>
      expect(await readFilters()).toEqual({
        feed: withChoice(DEFAULT_FILTER, 'raids', false),
        badge: withChoice(DEFAULT_FILTER, 'follows', false),
      }),
    );
    await user.click(box('Raids Lists'));
    await waitFor(async () => expect((await readFilters()).feed).toEqual(DEFAULT_FILTER));
  });

  it('offers only what "subs and cheers only" leaves to be chosen', async () => {
    const { user, box } = await open();
    await user.click(box('Subs and cheers only Lists'));
    await waitFor(() => expect(box('Raids Lists').disabled).toBe(true));
    expect(box('Raids Lists').checked).toBe(false);
    expect(box('Gift subs Lists')).toMatchObject({ disabled: false, checked: true });
    expect(box('Raids Badge')).toMatchObject({ disabled: false, checked: true });
    await user.click(box('Subs and cheers only Lists'));
    await waitFor(() =>
      expect(box('Raids Lists')).toMatchObject({ disabled: false, checked: true }),
    );
  });

  it.each([
    ['Least bits of a cheer Lists', '100', 'bits', 100],
    ['Least viewers of a raid Lists', '12.7', 'viewers', 12],
    ['Least months of a resub Lists', '-3', 'months', 0],
    ['Least tier of a sub Lists', '7', 'tier', 3],
    ['Least subs gifted at once Lists', '0', 'gifts', 0],
  ] as const)('takes %s of %s', async (name, entered, field, least) => {
    await changeFilter('feed', (now) => withLeast(now, field, 1));
    const { user, size } = await open();
    expect(size(name).value).toBe('1');
    await user.clear(size(name));
    await user.type(size(name), entered);
    await user.tab();
    expect(size(name).value).toBe(least === 0 ? '' : String(least));
    await waitFor(async () => expect((await readFilters()).feed.least[field]).toBe(least));
  });

  it('keeps what is being typed while another choice is stored', async () => {
    const { user, box, size } = await open();
    await user.type(size('Least bits of a cheer Lists'), '500');
    await act(() => changeFilter('feed', (now) => withChoice(now, 'raids', false)));
    await waitFor(() => expect(box('Raids Lists').checked).toBe(false));
    expect(size('Least bits of a cheer Lists').value).toBe('500');
  });

  it('shows what another page or machine chooses', async () => {
    const { box } = await open();
    await settingsItem.setValue({ filters: { feed: { hidden: ['ads'] }, badge: {} } });
    await waitFor(() => expect(box('Ad breaks Lists').checked).toBe(false));
  });

  it('resets everything at once, and says so until the next choice', async () => {
    await changeFilter('badge', (now) => ({ ...now, subsAndCheersOnly: true }));
    const { user, box } = await open();
    await user.click(box('Raids Lists'));
    await user.click(screen.getByRole('button', { name: 'Reset filters' }));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('Everything is shown again.'),
    );
    expect(await readFilters()).toEqual({ feed: DEFAULT_FILTER, badge: DEFAULT_FILTER });
    await user.click(box('Raids Lists'));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
  });

  it('says so when the browser does not keep a choice', async () => {
    const { user, box } = await open();
    vi.spyOn(settingsItem, 'setValue').mockRejectedValueOnce(new Error('quota'));
    await user.click(box('Raids Lists'));
    expect((await screen.findByRole('alert')).textContent).toContain('Wait a minute');
    expect(box('Raids Lists').checked).toBe(true);
    await user.click(box('Raids Badge'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
