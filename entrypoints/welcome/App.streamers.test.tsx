import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import type { Reply } from '@/lib/messaging/protocol';
import { aFeedIndex, anIndexedStreamer, anotherStreamer } from '@/tests/support/builders/feed';
import { aSuggestion } from '@/tests/support/builders/suggestions';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import {
  NOBODY_PICKED,
  openWelcome,
  publishIndex,
  stepTitle,
} from '@/tests/support/screens/welcome';

setUpScreen();

const FAVORITE = anIndexedStreamer();
const OTHER = anotherStreamer();

const button = (name: string | RegExp) => screen.getByRole('button', { name });

const suggesting = (...channels: Suggestion[]) =>
  fakeSend({ 'channels/suggest': { ok: true, value: channels } as Reply<never> });
const LIVE = aSuggestion('demo_streamer', {
  id: '100',
  name: 'Demo_Streamer',
  isLive: true,
  stream: {
    title: 'Any% attempts',
    category: 'Celeste',
    viewers: 1,
  },
});

describe('the step to pick streamers', () => {
  it('shows followed channels that are live, of whom the first pick is the favorite', async () => {
    const second = aSuggestion('tea', { isLive: true });
    const { send, user } = await openWelcome({
      index: NOBODY_PICKED,
      send: suggesting(LIVE, second),
    });
    const card = await screen.findByRole('button', { name: /^Demo_Streamer/ });
    expect(card.textContent).toBe('DDemo_Streamer Any% attempts Celeste · 1 viewer');
    // Before the background has said that there is a favorite.
    await user.click(card);
    await user.click(button(/^tea/));
    expect(send.sent.slice(-2)).toEqual([
      ['favorite/set', { userName: 'demo_streamer' }],
      ['streamers/add', { userName: 'tea' }],
    ]);
    expect(card.getAttribute('aria-pressed')).toBe('false');
    await publishIndex(aFeedIndex({ streamers: [FAVORITE, OTHER] }));
    expect(card.getAttribute('aria-pressed')).toBe('true');
    await user.click(card);
    expect(send.sent.at(-1)).toEqual(['streamers/remove', { streamerId: '100' }]);
    expect(stepTitle().textContent).toContain('Step 2 of 3');
    await user.click(button('Continue'));
    expect(stepTitle().textContent).toContain('Step 3 of 3');
  });

  it('says that nobody is live, and adds whom the user names', async () => {
    const { send, user } = await openWelcome({ index: NOBODY_PICKED });
    expect(await screen.findByText(/^Nobody you follow is live/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    await user.type(screen.getByRole('combobox', { name: 'Streamer' }), 'tea{Enter}');
    expect(send.sent.at(-1)).toEqual(['favorite/set', { userName: 'tea' }]);
  });

  it('removes a pick, and keeps the focus near it', async () => {
    const { send, user } = await openWelcome({
      fragment: 'streamers',
      index: aFeedIndex({ streamers: [FAVORITE, OTHER] }),
    });
    await user.click(button('Remove Demo_Streamer'));
    expect(send.sent.at(-1)).toEqual(['streamers/remove', { streamerId: '100' }]);
    await publishIndex(aFeedIndex({ streamers: [{ ...OTHER, isFavorite: true }] }));
    expect(document.activeElement).toBe(button('Remove Other_Streamer'));
    await publishIndex(NOBODY_PICKED);
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Streamer' }));
  });

  it('makes another pick the favorite, or says why not', async () => {
    const send = fakeSend({ 'favorite/set': { ok: false, problem: 'settings_limit' } });
    const { user } = await openWelcome({
      fragment: 'streamers',
      index: aFeedIndex({ streamers: [FAVORITE, OTHER] }),
      send,
    });
    expect(screen.getByText('Your favorite')).toBeDefined();
    await user.click(button('Make Other_Streamer the favorite'));
    expect(send.sent.at(-1)).toEqual(['favorite/set', { userName: 'other_streamer' }]);
    expect((await screen.findByRole('alert')).textContent).toContain('only so many changes');
  });
});
