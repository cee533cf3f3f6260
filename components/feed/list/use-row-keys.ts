import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { rowsIn } from './row-elements';

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const CONTROLS = 'a, button, summary';
/** Where keys mean something else. */
const TYPING = 'input, textarea, select, [role="menu"]';

/** Returns the index of the row that a key moves to; `null` if the key does not move. */
function targetOf(key: string, current: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  if (step === undefined) return null;
  return Math.min(Math.max(current + step, 0), count - 1);
}

/** Makes one row the tab stop of the list. Only its own controls can be reached with Tab. */
function makeTabStop(list: Element | null, row: Element | undefined): void {
  for (const other of rowsIn(list)) {
    const tabIndex = other === row ? 0 : -1;
    other.tabIndex = tabIndex;
    for (const control of other.querySelectorAll<HTMLElement>(CONTROLS)) {
      if (control.closest('[role="menu"]') === null) control.tabIndex = tabIndex;
    }
  }
}

/** Follows the link of a row to its moment, or opens its menu. */
function open(row: Element): void {
  row.querySelector<HTMLElement>('[data-jump], [aria-haspopup="menu"]')?.click();
}

/**
 * Returns the handlers that move the focus by row: the list is one tab stop. Keys that are typed into
 * a box or meant for a menu are not taken. `onOpen` is for lists whose rows open as a whole.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>, onOpen?: (rowId: string) => void) {
  // After every change: the row that was the tab stop may be gone, and new controls may be there.
  useLayoutEffect(() => {
    const rows = rowsIn(list.current);
    makeTabStop(list.current, rows.find(({ tabIndex }) => tabIndex === 0) ?? rows[0]);
  });

  /** Returns true if the list has handled the key. */
  function handle(key: string, target: Element): boolean {
    const rows = rowsIn(list.current);
    const current = rows.findIndex((row) => row.contains(target));
    // A button below the rows has the keys that it has everywhere.
    if (current === -1 && target !== list.current) return false;
    const row = rows[targetOf(key, current, rows.length) ?? -1];
    if (row !== undefined) {
      row.focus();
      return true;
    }
    if (key !== 'Enter' || target !== rows[current]) return false;
    const rowId = rows[current]?.dataset['eventId'];
    if (onOpen === undefined || rowId === undefined) open(target);
    else onOpen(rowId);
    return true;
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (!(target instanceof Element) || target.closest(TYPING) !== null) return;
    if (!handle(key, target)) return;
    event.preventDefault();
    // Twitch has keys of its own.
    event.stopPropagation();
  }

  function onFocusIn({ target }: FocusEvent): void {
    const row = target instanceof Element ? target.closest('li[data-event-id]') : null;
    if (row !== null) makeTabStop(list.current, row);
  }

  return { onKeyDown, onFocusIn };
}
