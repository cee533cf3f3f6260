import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { useMenu } from '@/components/ui/hooks/use-menu';
import styles from './FloatingMenu.module.css';
import { place } from './place';

interface FloatingMenuProps {
  menu: ReturnType<typeof useMenu>;
  children: ComponentChildren;
}

/** An open menu, in the top layer: neither the list nor the panel cuts it off. */
export function FloatingMenu({ menu, children }: FloatingMenuProps) {
  const { ref } = menu.menu;
  const button = menu.button.ref;
  const { close } = menu;
  useLayoutEffect(() => {
    if (ref.current === null || button.current === null) return undefined;
    ref.current.showPopover();
    place(ref.current, button.current);
    // The list moves below the menu.
    const root = button.current.getRootNode();
    root.addEventListener('scroll', close, { capture: true, once: true });
    return () => root.removeEventListener('scroll', close, { capture: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  }, []);
  return (
    <div class={styles.sheet} popover="manual" {...menu.menu}>
      {children}
    </div>
  );
}

interface FloatingItemProps {
  text: string;
  /** The address that the item opens in a new tab, in place of an action. */
  href?: string | undefined;
  onClick: (event: MouseEvent) => void;
}

/** One item of a floating menu. */
export function FloatingItem({ text, href, onClick }: FloatingItemProps) {
  const item = { role: 'menuitem', tabIndex: -1, class: styles.item, onClick } as const;
  if (href === undefined) {
    return (
      <button type="button" {...item}>
        {text}
      </button>
    );
  }
  return (
    <a {...item} href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}
