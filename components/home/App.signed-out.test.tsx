import { act, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { clockTime } from '@/lib/time';
import { aSub } from '@/tests/support/builders/events';
import { anEndedFeed, SIGNED_OUT, storeFeed } from '@/tests/support/builders/feed';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPopup, storeEvents } from '@/tests/support/screens/popup';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

describe('the popup when signed out', () => {
  it('offers to sign in', async () => {
    const { send, user } = await openPopup(SIGNED_OUT);
    expect(screen.getByRole('status').textContent).toBe('Not signed in');
    await user.click(screen.getByRole('button', { name: 'Sign in with Twitch' }));
    expect(send.sent).toContainEqual(['auth/begin', {}]);
  });

  it('shows why the last attempt failed, with a link to the options', async () => {
    await openPopup({
      ...SIGNED_OUT,
      connection: { state: 'signed_out', problem: 'no_client_id' },
    });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Enter your Twitch Client ID first.');
    const link = within(alert).getByRole('link', { name: 'Open the options' });
    expect(link.getAttribute('href')).toBe('ext:/options.html');
  });

  it('no longer asks for a Client ID once there is one', async () => {
    const needsClientId = { state: 'signed_out', problem: 'no_client_id' } as const;
    const send = fakeSend({ 'auth/begin': { ok: false, problem: 'no_client_id' } });
    const { user } = await openPopup({ ...SIGNED_OUT, connection: needsClientId }, { send });
    await user.click(screen.getByRole('button', { name: 'Sign in with Twitch' }));
    expect(screen.getByRole('alert').textContent).toContain('Client ID');
    await act(() => storeFeed(SIGNED_OUT));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the popup after Twitch has ended the sign-in', () => {
  it('keeps the favorite and its rows, with the time of the last sign of Twitch', async () => {
    const db = freshDatabase();
    await storeEvents(db, [aSub({ id: 'kept' })]);
    await openPopup(anEndedFeed(), { db });
    expect(screen.getByRole('heading', { name: 'Demo_Streamer' })).toBeDefined();
    const item = await screen.findByRole('listitem');
    expect(item.dataset.eventId).toBe('kept');
    expect(item.closest('main')?.dataset.dimmed).toBe('true');
    const heard = screen.getByText(`Last heard ${clockTime(START, Date.now())}`);
    expect(heard.getAttribute('datetime')).toBe(new Date(START).toISOString());
    // Whether the favorite is live is no longer known.
    expect(screen.queryByText('Offline')).toBeNull();
  });

  it('offers one button to sign in, and says why', async () => {
    await openPopup(anEndedFeed());
    expect(screen.getAllByRole('button', { name: /sign in/i })).toHaveLength(1);
    expect(screen.getByRole('alert').textContent).toContain('no longer valid');
    expect(screen.getByRole('status').textContent).toBe('Not signed in');
    expect(screen.queryByRole('combobox', { name: 'Favorite streamer' })).toBeNull();
  });
});
