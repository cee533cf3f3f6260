import { act, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { anEvent, aSub } from '@/tests/support/builders/events';
import { aFeed, storeFeed } from '@/tests/support/builders/feed';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPopup, storeEvents } from '@/tests/support/screens/popup';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

describe('the filter of the popup', () => {
  const subsAndCheersOnly = { ...DEFAULT_FILTER, subsAndCheersOnly: true };
  const toggle = () => screen.getByRole('menuitemcheckbox', { name: 'Subs and cheers only' });
  const openMore = async (user: { click(element: Element): Promise<void> }) =>
    await user.click(screen.getByRole('button', { name: 'More' }));

  it('is switched on and off in the menu', async () => {
    const { send, user } = await openPopup(aFeed());
    await openMore(user);
    expect(toggle().getAttribute('aria-checked')).toBe('false');
    await user.click(toggle());
    expect(send.sent).toContainEqual(['feed/subsAndCheersOnly', { isOn: true, streamerId: '100' }]);
    await act(() => storeFeed(aFeed({ filter: subsAndCheersOnly })));
    await waitFor(() => expect(toggle().getAttribute('aria-checked')).toBe('true'));
    await user.click(toggle());
    expect(send.sent).toContainEqual([
      'feed/subsAndCheersOnly',
      { isOn: false, streamerId: '100' },
    ]);
  });

  it('hides events, says so, and shows all events again', async () => {
    const db = freshDatabase();
    await storeEvents(db, [aSub({ id: 'sub' }), anEvent('follow', {}, { id: 'follow' })]);
    await openPopup(aFeed(), { db });
    const ids = () => screen.queryAllByRole('listitem').map((item) => item.dataset.eventId);
    await waitFor(() => expect(ids()).toEqual(['follow', 'sub']));
    expect(screen.queryByText(/^Filtered/)).toBeNull();
    await act(() => storeFeed(aFeed({ filter: subsAndCheersOnly })));
    await waitFor(() => expect(ids()).toEqual(['sub']));
    expect(screen.getByText('Filtered: subs, gifts and cheers only')).toBeDefined();
    await act(() => storeFeed(aFeed()));
    await waitFor(() => expect(ids()).toEqual(['follow', 'sub']));
    // Rows that return are not new.
    expect(screen.getAllByRole('listitem').map((item) => item.dataset.new)).toEqual([
      'false',
      'false',
    ]);
  });

  it('explains an empty list', async () => {
    await openPopup(aFeed({ filter: subsAndCheersOnly }));
    const text = await screen.findByText(/^Nothing from/);
    expect(text.textContent).toBe('Nothing from Demo_Streamer passes your filter yet.');
  });

  it('has a link to all filters', async () => {
    const { user } = await openPopup(aFeed());
    await openMore(user);
    const link = screen.getByRole('menuitem', { name: 'Filters' });
    expect(link.getAttribute('href')).toBe('ext:/options.html#filters');
  });

  it('shows an error when it cannot be changed', async () => {
    const send = fakeSend({ 'feed/subsAndCheersOnly': { ok: false, problem: 'unreachable' } });
    const { user } = await openPopup(aFeed(), { send });
    await openMore(user);
    await user.click(toggle());
    expect((await screen.findByRole('alert')).textContent).toContain('Reload this page');
  });
});
