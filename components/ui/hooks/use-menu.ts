import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Returns the index of the item that a key moves to; `null` if the key does not move. */
function targetOf(key: string, current: number, texts: readonly string[]): number | null {
  const last = texts.length - 1;
  if (key === 'ArrowDown') return current === last ? 0 : current + 1;
  if (key === 'ArrowUp') return current <= 0 ? last : current - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key.length !== 1 || key === ' ') return null;
  const begins = (text: string | undefined) => text?.toLowerCase().startsWith(key.toLowerCase());
  // From the next item on, around the end of the menu.
  const order = texts.map((_, index) => (current + 1 + index) % texts.length);
  return order.find((index) => begins(texts[index])) ?? null;
}

/** The items may be in groups, with names that are no items. */
function itemsOf(menu: Element | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Calls `close` when the user presses the pointer outside of both elements. It must not change. */
function useOutsidePress(
  isOpen: boolean,
  [first, second]: readonly [RefObject<Element | null>, RefObject<Element | null>],
  close: () => void,
): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointerDown = (event: Event): void => {
      // Inside of a shadow root, the target is its host.
      const path = event.composedPath();
      const isInside = [first.current, second.current].some(
        (element) => element !== null && path.includes(element),
      );
      if (!isInside) close();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen, first, second, close]);
}

/**
 * Returns the state and the props of a button with a menu of actions
 * (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/): the focus moves into the open menu, and
 * back to the button when the menu closes.
 */
export function useMenu(texts: readonly string[]) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  /** The item that gets the focus when the menu opens; `null` while it is closed. */
  const [openAt, setOpenAt] = useState<number | null>(null);
  const isOpen = openAt !== null;

  // Before the next key can arrive.
  useLayoutEffect(() => {
    if (openAt !== null) itemsOf(menu.current).at(openAt)?.focus();
  }, [openAt]);
  const closeQuietly = useCallback(() => setOpenAt(null), []);
  useOutsidePress(isOpen, [button, menu], closeQuietly);

  function close(): void {
    closeQuietly();
    button.current?.focus();
  }

  function onButtonKey(event: TargetedKeyboardEvent<HTMLButtonElement>): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpenAt(event.key === 'ArrowDown' ? 0 : -1);
  }

  function onMenuKey(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // The focus moves on from the place of the menu.
    if (event.key === 'Tab') closeQuietly();
    const items = itemsOf(menu.current);
    const current = items.findIndex((item) => item.matches(':focus'));
    const target = targetOf(event.key, current, texts);
    if (target !== null) items[target]?.focus();
    if (event.key === 'Escape') close();
    // The browser closes the popup on an Escape that is not prevented.
    if (target !== null || event.key === 'Escape') event.preventDefault();
  }

  return {
    isOpen,
    close,
    button: {
      ref: button,
      id: `${id}-button`,
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? id : undefined,
      onClick: () => (isOpen ? close() : setOpenAt(0)),
      onKeyDown: onButtonKey,
    } as const,
    menu: {
      ref: menu,
      id,
      role: 'menu',
      'aria-labelledby': `${id}-button`,
      onKeyDown: onMenuKey,
    } as const,
  };
}
