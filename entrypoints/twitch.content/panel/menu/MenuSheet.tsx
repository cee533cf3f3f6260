import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { useMenu } from '@/components/ui/hooks/use-menu';
import styles from './PanelMenu.module.css';

const GAP = 8;

/** Puts the sheet below the button, or wherever the window has room for all of it. */
function place(sheet: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const { width, height } = sheet.getBoundingClientRect();
  const within = (value: number, most: number) => Math.max(GAP, Math.min(value, most - GAP));
  sheet.style.left = `${within(from.right - width, innerWidth - width)}px`;
  sheet.style.top = `${within(from.bottom + GAP / 2, innerHeight - height)}px`;
}

interface MenuSheetProps {
  menu: ReturnType<typeof useMenu>['menu'];
  button: RefObject<HTMLButtonElement | null>;
  children: ComponentChildren;
}

/** The open menu: above everything else in the window, because the panel may be lower than it. */
export function MenuSheet({ menu, button, children }: MenuSheetProps) {
  const { ref } = menu;
  // Before the menu moves the focus to its first item.
  useLayoutEffect(() => {
    if (ref.current === null || button.current === null) return;
    ref.current.showPopover();
    place(ref.current, button.current);
  }, [ref, button]);
  return (
    <div class={styles.sheet} popover="manual" {...menu}>
      {children}
    </div>
  );
}
