import { act, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { clientIdItem } from '@/lib/settings/client-id';
import { EMPTY_INDEX } from '@/lib/settings/feed';
import { isPanelAwaitedItem } from '@/lib/settings/panel-awaited';
import { panelChoiceItem } from '@/lib/settings/panel-choice';
import { aFeedIndex, anIndexedStreamer, anotherStreamer } from '@/tests/support/builders/feed';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import {
  NOBODY_PICKED,
  openWelcome,
  publishIndex,
  REDIRECT,
  stepTitle,
} from '@/tests/support/screens/welcome';
import { until } from '@/tests/support/until';

setUpScreen();

const button = (name: string) => screen.getByRole('button', { name });

describe('the first run in a build without a Client ID', () => {
  it('begins with the redirect URL and the box for the Client ID', async () => {
    const { user } = await openWelcome({ builtInClientId: '' });
    expect(stepTitle().textContent).toBe('Before step 1 Enter a Client ID');
    expect(screen.getByRole('textbox', { name: 'OAuth Redirect URL' })).toHaveProperty(
      'value',
      REDIRECT,
    );
    await user.type(screen.getByRole('textbox', { name: 'Client ID' }), ' my-id {Enter}');
    await waitFor(() => expect(stepTitle().textContent).toBe('Step 1 of 3 Sign in with Twitch'));
    expect(await clientIdItem.getValue()).toBe('my-id');
    expect(document.activeElement).toBe(stepTitle());
    expect(location.hash).toBe('#sign-in');
  });

  it.each(['{Enter}', 'two words{Enter}'])('refuses what is no Client ID: %s', async (keys) => {
    const { user } = await openWelcome({ builtInClientId: '' });
    await user.type(screen.getByRole('textbox', { name: 'Client ID' }), keys);
    expect((await screen.findByRole('alert')).textContent).toContain('A Client ID has no spaces');
    expect(stepTitle().textContent).toContain('Enter a Client ID');
  });

  it('leads back to a Client ID that Twitch does not know, which can be corrected', async () => {
    await clientIdItem.setValue('typo');
    const send = fakeSend({ 'auth/begin': { ok: false, problem: 'client_id_refused' } });
    const connection = { state: 'signed_out', problem: 'client_id_refused' } as const;
    const { user } = await openWelcome({
      builtInClientId: '',
      index: { ...EMPTY_INDEX, connection },
      send,
    });
    await user.click(button('Sign in with Twitch'));
    const link = within(screen.getByRole('alert')).getByRole('link');
    expect(link.getAttribute('href')).toBe('#client-id');
    await act(() => {
      location.hash = 'client-id';
    });
    const box = await screen.findByDisplayValue('typo');
    expect(document.activeElement).toBe(stepTitle());
    await user.type(box, '-corrected{Enter}');
    await waitFor(() => expect(stepTitle().textContent).toContain('Sign in with Twitch'));
  });
});

describe('the step to sign in', () => {
  it('is the first of a build with a Client ID, and says what Twitch will ask', async () => {
    const { send, user } = await openWelcome();
    expect(stepTitle().textContent).toBe('Step 1 of 3 Sign in with Twitch');
    expect(screen.getByText('Reading chat')).toBeDefined();
    expect(screen.getByText('Seeing whom you follow')).toBeDefined();
    await user.click(button('Sign in with Twitch'));
    expect(send.sent).toContainEqual(['auth/begin', {}]);
    await publishIndex(NOBODY_PICKED);
    expect(stepTitle().textContent).toBe('Step 2 of 3 Whose events do you want to see?');
    expect(document.activeElement).toBe(stepTitle());
    expect(location.hash).toBe('#streamers');
  });

  it('shows why it failed', async () => {
    const send = fakeSend({ 'auth/begin': { ok: false, problem: 'denied' } });
    const { user } = await openWelcome({ send });
    await user.click(button('Sign in with Twitch'));
    expect((await screen.findByRole('alert')).textContent).toContain('You did not authorize');
  });

  it('can be gone back to, and says who is signed in', async () => {
    const { user } = await openWelcome({ fragment: 'sign-in', index: NOBODY_PICKED });
    expect(screen.getByText('Signed in as', { exact: false }).textContent).toContain('Demo_Viewer');
    await user.click(button('Continue'));
    expect(stepTitle().textContent).toContain('Step 2 of 3');
  });

  it('says that the database cannot be opened', async () => {
    const connection = { state: 'problem', problem: 'database_damaged' } as const;
    await openWelcome({ index: { ...EMPTY_INDEX, connection } });
    expect(screen.getByRole('alert').textContent).toContain("can't be opened");
  });
});

describe('the step to watch', () => {
  const index = aFeedIndex();
  const link = () => screen.getByRole('link', { name: 'Watch stream' });

  it('is where a set-up goes on that has a streamer', async () => {
    await openWelcome({ index });
    expect(stepTitle().textContent).toBe('Step 3 of 3 You are all set');
    expect(screen.getByRole('status').textContent).toBe('Listening for events');
    expect(link().getAttribute('href')).toBe('https://www.twitch.tv/demo_streamer');
  });

  it('offers somebody who is live, if the favorite is not', async () => {
    const live = { streamId: '1', startedAt: 1 };
    await openWelcome({
      index: aFeedIndex({ streamers: [anIndexedStreamer(), anotherStreamer({ live })] }),
    });
    expect(link().getAttribute('href')).toBe('https://www.twitch.tv/other_streamer');
  });

  it('stores where the panel stands, for all layouts', async () => {
    await panelChoiceItem.setValue({ elsewhere: 'open' });
    const { user } = await openWelcome({ index });
    expect(screen.getByRole('radio', { name: 'Beside the chat' })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('radio', { name: 'Floating' }));
    const stand = { normal: 'floating', theater: 'floating' };
    await until(async () =>
      expect(await panelChoiceItem.getValue()).toEqual({ elsewhere: 'open', stand }),
    );
    expect(screen.getByRole('radio', { name: 'Floating' })).toHaveProperty('checked', true);
  });

  it.each([
    ['chrome', 'then the pin'],
    ['firefox', '"Pin to Toolbar"'],
  ] as const)('says how to pin the button in %s', async (browserName, words) => {
    await openWelcome({ index, browserName });
    expect(screen.getByText(words, { exact: false })).toBeDefined();
  });

  it('says that the button is pinned', async () => {
    await openWelcome({ index, isPinned: true });
    expect(await screen.findByText(/^The button is in your toolbar/)).toBeDefined();
  });

  it('says that open pages of Twitch need a reload', async () => {
    await isPanelAwaitedItem.setValue(true);
    await openWelcome({ index });
    expect(await screen.findByText(/show the panel after a reload/)).toBeDefined();
  });

  it('goes back to the sign-in when Twitch has ended it', async () => {
    await openWelcome({ index });
    await publishIndex({ ...index, account: null });
    expect(stepTitle().textContent).toContain('Step 1 of 3');
    expect(document.activeElement).toBe(stepTitle());
  });
});
