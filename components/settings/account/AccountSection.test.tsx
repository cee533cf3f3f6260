import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aFeed, SIGNED_OUT, storeFeed } from '@/tests/support/builders/feed';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { until } from '@/tests/support/until';
import { AccountSection } from './AccountSection';

setUpScreen();

async function open(feed = aFeed()) {
  await storeFeed(feed);
  const send = fakeSend();
  render(<AccountSection send={send} />);
  return { send, user: userEvent.setup() };
}

describe('the account', () => {
  it('is named, with what it has allowed', async () => {
    await storeFeed(aFeed());
    const scopes = ['user:read:chat', 'moderator:read:followers'];
    // The fake's replies carry no values of their own.
    const send = fakeSend({ 'account/scopes': { ok: true, value: scopes as never } });
    render(<AccountSection send={send} />);
    expect((await screen.findByText(/Signed in as/)).textContent).toBe('Signed in as Demo_Viewer');
    expect(await screen.findByText('user:read:chat')).toBeDefined();
    expect(screen.getByText(/Follows and shoutouts/).textContent).toContain(
      'moderator:read:followers',
    );
  });

  it('signs out, after which the heading has the focus', async () => {
    const { send, user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(send.sent).toContainEqual(['auth/signOut', {}]);
    await storeFeed(SIGNED_OUT);
    await screen.findByRole('button', { name: 'Sign in with Twitch' });
    await until(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Account' })),
    );
  });

  it('can sign in, and says where a missing Client ID is entered', async () => {
    const { send, user } = await open({
      ...SIGNED_OUT,
      connection: { state: 'signed_out', problem: 'no_client_id' },
    });
    const link = await screen.findByRole('link', { name: 'Twitch application' });
    expect(link.getAttribute('href')).toBe('#application');
    await user.click(screen.getByRole('button', { name: 'Sign in with Twitch' }));
    expect(send.sent).toContainEqual(['auth/begin', {}]);
  });
});
