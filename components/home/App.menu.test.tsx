import { act, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { IndexedStreamer } from '@/lib/settings/feed';
import { feedIndexItem } from '@/lib/settings/feed-item';
import { popupTabItem } from '@/lib/settings/popup/popup-tab';
import {
  aFeed,
  aFeedIndex,
  anIndexedStreamer,
  anotherStreamer,
} from '@/tests/support/builders/feed';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { openPopup } from '@/tests/support/screens/popup';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const FAVORITE = anIndexedStreamer();
const OTHER = anotherStreamer();

const list = (...streamers: IndexedStreamer[]) =>
  act(() => feedIndexItem.setValue(aFeedIndex({ streamers })));

/** Opens the popup, and the menu of a streamer in it. */
async function openMenu(streamer: IndexedStreamer, send = fakeSend()) {
  await popupTabItem.setValue(streamer.id);
  const popup = await openPopup({ ...aFeed(), streamers: [FAVORITE, OTHER] }, { send });
  const name = `More about ${streamer.name}`;
  await popup.user.click(await screen.findByRole('button', { name }));
  return popup;
}

const item = (name: string) => screen.getByRole('menuitem', { name });
const checkbox = (name: string) => screen.getByRole('menuitemcheckbox', { name });
const tab = (name: string) => screen.getByRole('tab', { name });
const removedText = () => screen.queryByText(/was removed/)?.textContent;

describe('the menu of a streamer', () => {
  it('makes it the favorite', async () => {
    const { send, user } = await openMenu(OTHER);
    await user.click(item('Make favorite'));
    expect(send.sent).toContainEqual(['favorite/set', { userName: 'other_streamer' }]);
    await list({ ...OTHER, isFavorite: true }, { ...FAVORITE, isFavorite: false });
    expect(tab('Other_Streamer').getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('combobox', { name: 'Favorite streamer' })).toHaveProperty(
      'value',
      'other_streamer',
    );
  });

  it('switches cheers on and off, and says what they cost', async () => {
    const { send, user } = await openMenu(OTHER);
    const cheers = checkbox('Record cheers');
    expect(screen.getByText(/more data and power/)).toBeDefined();
    expect(cheers.getAttribute('aria-checked')).toBe('false');
    await user.click(cheers);
    expect(cheers.getAttribute('aria-checked')).toBe('true');
    const choices = { recordsCheers: true };
    expect(send.sent).toContainEqual(['streamers/choose', { streamerId: '101', choices }]);
    await act(() => fakeBrowser.storage.sync.set({ 'other:200:101': { ...OTHER, choices } }));
    expect(cheers.getAttribute('aria-checked')).toBe('true');
  });

  it('mutes it for the badge', async () => {
    const { send, user } = await openMenu(OTHER);
    await user.click(checkbox('Mute for the badge'));
    const choices = { isMuted: true };
    expect(send.sent).toContainEqual(['streamers/choose', { streamerId: '101', choices }]);
  });

  it('takes a choice back that was not stored, and says why', async () => {
    const send = fakeSend({ 'streamers/choose': { ok: false, problem: 'settings_limit' } });
    const { user } = await openMenu(OTHER, send);
    await user.click(checkbox('Mute for the badge'));
    expect((await screen.findByRole('alert')).textContent).toContain('only so many changes');
    expect(checkbox('Mute for the badge').getAttribute('aria-checked')).toBe('false');
  });

  it('of the favorite has only what makes sense for it', async () => {
    await openMenu(FAVORITE);
    expect(screen.queryAllByRole('menuitem')).toEqual([]);
    expect(screen.getAllByRole('menuitemcheckbox')).toEqual([checkbox('Mute for the badge')]);
  });
});

describe('a streamer that is removed', () => {
  async function remove(send = fakeSend()) {
    const popup = await openMenu(OTHER, send);
    await popup.user.click(item('Stop following here'));
    return popup;
  }

  it('leaves the list, and the favorite is shown', async () => {
    const { send } = await remove();
    expect(send.sent).toContainEqual(['streamers/remove', { streamerId: '101' }]);
    expect(removedText()).toBe('Other_Streamer was removed. Its history stays.');
    await list(FAVORITE);
    expect(screen.queryByRole('tab', { name: 'Other_Streamer' })).toBeNull();
    expect(document.activeElement).toBe(tab('Demo_Streamer'));
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });

  it('comes back with one click, to its tab', async () => {
    const { send, user } = await remove();
    await list(FAVORITE);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(send.sent).toContainEqual(['streamers/undoRemove', { streamerId: '101' }]);
    await list(FAVORITE, OTHER);
    expect(document.activeElement).toBe(tab('Other_Streamer'));
    expect(removedText()).toBeUndefined();
  });

  it('can be brought back until the next change of the list', async () => {
    const { user } = await remove();
    await list(FAVORITE);
    await user.click(tab('All'));
    expect(removedText()).toBeDefined();
    const box = await screen.findByRole('combobox', { name: 'Favorite streamer' });
    await user.type(box, '_2{Enter}');
    await waitFor(() => expect(removedText()).toBeUndefined());
  });

  it('stays, with the reason, if it could not be removed', async () => {
    await remove(fakeSend({ 'streamers/remove': { ok: false, problem: 'settings_limit' } }));
    expect((await screen.findByRole('alert')).textContent).toContain('only so many changes');
    expect(removedText()).toBeUndefined();
  });

  it('says why it could not come back', async () => {
    const problem = 'too_many_connections';
    const { user } = await remove(fakeSend({ 'streamers/undoRemove': { ok: false, problem } }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(removedText()).toBeDefined();
  });
});
