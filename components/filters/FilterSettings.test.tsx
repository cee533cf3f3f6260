import { act, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_FILTER, withChoice, withLeast } from '@/lib/domain/filter/filter';
import { changeFilter, readFilters, settingsItem } from '@/lib/settings/settings';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { FilterSettings } from './FilterSettings';

setUpScreen();

async function open() {
  render(<FilterSettings send={fakeSend()} />);
  await screen.findAllByRole('table');
  return {
    user: userEvent.setup(),
    box: (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name }),
    minimum: (name: string) => screen.getByRole<HTMLInputElement>('spinbutton', { name }),
  };
}

describe('FilterSettings', () => {
  beforeEach(() => {
    // happy-dom has no scrolling.
    Element.prototype.scrollIntoView = () => undefined;
  });

  it('hides and shows a choice in the lists and in the badge independently', async () => {
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

  it('disables the choices that "subs and cheers only" hides', async () => {
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
  ] as const)('stores a minimum: %s, %s', async (name, entered, size, least) => {
    await changeFilter('feed', (now) => withLeast(now, size, 1));
    const { user, minimum } = await open();
    expect(minimum(name).value).toBe('1');
    await user.clear(minimum(name));
    await user.type(minimum(name), entered);
    await user.tab();
    expect(minimum(name).value).toBe(least === 0 ? '' : String(least));
    await waitFor(async () => expect((await readFilters()).feed.least[size]).toBe(least));
  });

  it('keeps the text being typed while another choice is stored', async () => {
    const { user, box, minimum } = await open();
    await user.type(minimum('Least bits of a cheer Lists'), '500');
    await act(() => changeFilter('feed', (now) => withChoice(now, 'raids', false)));
    await waitFor(() => expect(box('Raids Lists').checked).toBe(false));
    expect(minimum('Least bits of a cheer Lists').value).toBe('500');
  });

  it('shows a change made on another page or machine', async () => {
    const { box } = await open();
    await settingsItem.setValue({ filters: { feed: { hidden: ['ads'] }, badge: {} } });
    await waitFor(() => expect(box('Ad breaks Lists').checked).toBe(false));
  });

  it('resets all filters, and says so until the next choice', async () => {
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

  it('shows an error when a choice cannot be stored', async () => {
    const { user, box } = await open();
    vi.spyOn(settingsItem, 'setValue').mockRejectedValueOnce(new Error('quota'));
    await user.click(box('Raids Lists'));
    expect((await screen.findByRole('alert')).textContent).toContain('Wait a minute');
    expect(box('Raids Lists').checked).toBe(true);
    await user.click(box('Raids Badge'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
