import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import styles from './DrawerFrame.module.css';

interface DrawerFrameProps {
  /** True if it has room beside the list. */
  isWide: boolean;
  /** The id of the element that names it. */
  labelId: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** Where details are shown: beside the list, or over it where there is no room. */
export function DrawerFrame({ isWide, ...props }: DrawerFrameProps) {
  return isWide ? <Aside {...props} /> : <Dialog {...props} />;
}

type FrameProps = Omit<DrawerFrameProps, 'isWide'>;

function Aside({ labelId, onClose, children }: FrameProps) {
  // Also while the focus is in the list.
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      // There, the key empties a box or closes something.
      if (event.target instanceof Element && event.target.matches('input, select, dialog *'))
        return;
      onClose();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  return (
    <aside class={styles.beside} aria-labelledby={labelId}>
      {children}
    </aside>
  );
}

function Dialog({ labelId, onClose, children }: FrameProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    // The key closes it by itself, and not every browser asks before.
    <dialog ref={dialog} class={styles.over} aria-labelledby={labelId} onClose={onClose}>
      {children}
    </dialog>
  );
}
