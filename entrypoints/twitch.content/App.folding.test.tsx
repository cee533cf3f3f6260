import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { panelChoiceItem } from '@/lib/settings/panel-choice';
import { aFeed } from '@/tests/support/builders/feed';
import { openPanel } from '@/tests/support/screens/panel';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

const fold = async () => await screen.findByRole('button', { name: 'Fold the panel' });
const unfold = async () => await screen.findByRole('button', { name: /Show live events/ });

describe('Escape in the panel', () => {
  it('folds it, and the focus goes to the tab', async () => {
    const { user } = await openPanel(aFeed());
    await user.tab();
    await user.tab();
    expect(document.activeElement).not.toBe(await fold());
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(await unfold());
    expect(await panelChoiceItem.getValue()).toEqual({ onFavorite: 'folded' });
  });

  it('does not unfold the tab', async () => {
    const { user } = await openPanel(aFeed(), { choice: { onFavorite: 'folded' } });
    (await unfold()).focus();
    await user.keyboard('{Escape}');
    expect(await panelChoiceItem.getValue()).toEqual({ onFavorite: 'folded' });
  });

  it('does nothing when a script of the page made it up', async () => {
    const { user } = await openPanel(aFeed(), { isTrusted: false });
    (await fold()).focus();
    await user.keyboard('{Escape}');
    expect(await panelChoiceItem.getValue()).toEqual({});
  });
});

describe('the shortcut of the browser', () => {
  it('unfolds the panel and moves the focus into it, and folds it again', async () => {
    const { pressShortcut } = await openPanel(aFeed(), { choice: { onFavorite: 'folded' } });
    await pressShortcut();
    expect(document.activeElement).toBe(await fold());
    await pressShortcut();
    expect(document.activeElement).toBe(await unfold());
    expect(await panelChoiceItem.getValue()).toEqual({ onFavorite: 'folded' });
  });

  it('leaves the focus where it is when it folds the panel', async () => {
    const { pressShortcut } = await openPanel(aFeed());
    const chat = document.body.appendChild(document.createElement('textarea'));
    chat.focus();
    await pressShortcut();
    await waitFor(unfold);
    expect(document.activeElement).toBe(chat);
    chat.remove();
  });
});
