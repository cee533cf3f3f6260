import { act, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { clockTime } from '@/lib/time';
import { aCheer } from '@/tests/support/builders/events';
import { anEndedFeed, SIGNED_OUT, storeFeed } from '@/tests/support/builders/feed';
import { aView } from '@/tests/support/builders/rows';
import { START } from '@/tests/support/fakes/fake-clock';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPanel } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const rows = [aView(aCheer({ id: 'kept' }))];

describe('the panel after Twitch has ended the sign-in', () => {
  it('stays open on the favorite’s page, with its rows and the time of the last one', async () => {
    await openPanel(anEndedFeed({ rows }), { choice: { elsewhere: 'folded' } });
    expect(screen.getByRole('heading', { name: 'Demo_Streamer' })).toBeDefined();
    expect(screen.getByText(`Last heard ${clockTime(START, Date.now())}`)).toBeDefined();
    const item = within(screen.getByRole('list', { name: 'Recent events' })).getByRole('listitem');
    expect(item.closest<HTMLElement>('[data-dimmed]')?.dataset.dimmed).toBe('true');
  });

  it('offers one button to sign in, also on the page of another channel', async () => {
    const page = { pathname: '/other_streamer' };
    await openPanel(anEndedFeed({ rows }), { page, choice: { elsewhere: 'open' } });
    expect(screen.getAllByRole('button', { name: /sign in/i })).toHaveLength(1);
    expect(screen.getByRole('alert').textContent).toContain('no longer valid');
    expect(screen.queryByRole('button', { name: /my favorite/ })).toBeNull();
  });

  it('is folded on the page of another channel', async () => {
    await openPanel(anEndedFeed({ rows }), { page: { pathname: '/other_streamer' } });
    expect(screen.getByRole('button', { name: /Show live events/ })).toBeDefined();
  });
});

describe('the panel without a Client ID', () => {
  it('says where to enter one before the button fails, and until there is one', async () => {
    const connection = { state: 'signed_out', problem: 'no_client_id' } as const;
    const send = fakeSend({ 'auth/begin': { ok: false, problem: 'no_client_id' } });
    const { user } = await openPanel({ ...SIGNED_OUT, connection }, { send });
    const needed = /Client ID first/;
    expect(screen.getByRole('alert').textContent).toMatch(needed);
    await user.click(screen.getByRole('button', { name: 'Sign in with Twitch' }));
    expect(screen.getByRole('alert').textContent).toMatch(needed);
    await user.click(screen.getByRole('button', { name: 'Open the options' }));
    expect(send.sent.at(-1)).toEqual(['options/open', { section: 'application' }]);
    await act(() => storeFeed(SIGNED_OUT));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Open the options' })).toBeNull();
  });

  it('opens nothing for a script of the page', async () => {
    const connection = { state: 'signed_out', problem: 'wrong_client_id' } as const;
    const { send } = await openPanel(anEndedFeed({ rows, connection }), { isTrusted: false });
    fireEvent.click(screen.getByRole('button', { name: 'Open the options' }));
    expect(send.sent).toEqual([]);
  });
});
