import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { setUpScreen } from '@/tests/support/screens/screen';
import { MenuButton } from './MenuButton';

setUpScreen();

function open(isChecked = false) {
  const chosen = vi.fn<(text: string) => void>();
  const action = (text: string) => ({ text, onChoose: () => chosen(text) });
  render(
    <>
      <MenuButton
        label="More"
        actions={[
          action('Copy'),
          { ...action('Mute'), isChecked, detail: 'No sound.' },
          action('Move'),
        ]}
      />
      <button type="button">Next</button>
    </>,
  );
  return { chosen, user: userEvent.setup(), button: screen.getByRole('button', { name: 'More' }) };
}

const menu = () => screen.queryByRole('menu', { name: 'More' });
const item = (name: string) =>
  screen.queryByRole('menuitem', { name }) ?? screen.queryByRole('menuitemcheckbox', { name });
const focused = () => {
  const { activeElement } = document;
  const names = ['Copy', 'Mute', 'Move'];
  return names.find((name) => item(name) === activeElement);
};

describe('a menu button: keyboard', () => {
  it.each([
    ['Enter', '{Enter}', 'Copy'],
    ['Space', ' ', 'Copy'],
    ['ArrowDown', '{ArrowDown}', 'Copy'],
    ['ArrowUp', '{ArrowUp}', 'Move'],
  ])('opens with %s and moves the focus into the menu', async (_key, keys, name) => {
    const { user, button } = open();
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await user.tab();
    await user.keyboard(keys);
    expect(menu()).not.toBeNull();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(focused()).toBe(name);
  });

  it.each([
    ['{ArrowDown}', 'Mute'],
    ['{ArrowDown}{ArrowDown}{ArrowDown}', 'Copy'],
    ['{ArrowUp}', 'Move'],
    ['{End}', 'Move'],
    ['{End}{Home}', 'Copy'],
    ['m', 'Mute'],
    ['mm', 'Move'],
    ['mmM', 'Mute'],
    ['q', 'Copy'],
  ])('moves with %s to %s', async (keys, name) => {
    const { user, button } = open();
    await user.click(button);
    await user.keyboard(keys);
    expect(focused()).toBe(name);
  });

  it('closes with Escape, which returns the focus and does not reach the browser', async () => {
    const { user, button, chosen } = open();
    const escapes: boolean[] = [];
    const listen = (event: KeyboardEvent) => escapes.push(event.defaultPrevented);
    document.addEventListener('keydown', listen);
    await user.click(button);
    await user.keyboard('{Escape}');
    document.removeEventListener('keydown', listen);
    expect(escapes).toEqual([true]);
    expect(menu()).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(chosen).not.toHaveBeenCalled();
  });

  it('closes with Tab', async () => {
    const { user, button } = open();
    await user.click(button);
    await user.tab();
    expect(menu()).toBeNull();
  });

  it('chooses with Enter, and returns the focus', async () => {
    const { user, button, chosen } = open();
    await user.click(button);
    await user.keyboard('{End}{Enter}');
    expect(chosen.mock.calls).toEqual([['Move']]);
    expect(menu()).toBeNull();
    expect(document.activeElement).toBe(button);
  });
});

describe('a menu button: pointer', () => {
  it('opens and closes with a click', async () => {
    const { user, button } = open();
    await user.click(button);
    expect(menu()).not.toBeNull();
    await user.click(button);
    expect(menu()).toBeNull();
  });

  it('closes with a click outside, which is not lost', async () => {
    const { user, button } = open();
    await user.click(button);
    const next = screen.getByRole('button', { name: 'Next' });
    await user.click(next);
    expect(menu()).toBeNull();
    expect(document.activeElement).toBe(next);
  });

  it('stays open after a choice that is on or off', async () => {
    const { user, button, chosen } = open(true);
    await user.click(button);
    const mute = screen.getByRole('menuitemcheckbox', { name: 'Mute', description: 'No sound.' });
    expect(mute.getAttribute('aria-checked')).toBe('true');
    await user.click(mute);
    expect(chosen.mock.calls).toEqual([['Mute']]);
    expect(menu()).not.toBeNull();
  });
});
