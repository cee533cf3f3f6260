import { useEffect, useState } from 'preact/hooks';

/** What holds a list still. */
interface Holding {
  hasPointer: boolean;
  hasFocus: boolean;
  isScrolled: boolean;
}

const NOTHING: Holding = { hasPointer: false, hasFocus: false, isScrolled: false };

/** True if the focus says where the user is: it came by keyboard, or it is in an open menu. */
function isAtFocus(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.matches(':focus-visible') || target.closest('[role="menu"]') !== null;
}

/**
 * Returns whether a list has to stay as it is, and the props that find it out: the pointer is over
 * it, the keyboard is in it, or it is scrolled away from its top.
 */
export function useHold(isShown: boolean) {
  const [holding, setHolding] = useState(NOTHING);
  const set = (change: Partial<Holding>) =>
    setHolding((before) => {
      const after = { ...before, ...change };
      const isSame = Object.entries(after).every(
        ([key, value]) => before[key as keyof Holding] === value,
      );
      return isSame ? before : after;
    });
  // In a hidden page, nobody learns that the pointer has left.
  useEffect(() => {
    if (!isShown) set({ hasPointer: false });
  }, [isShown]);

  return {
    isHeld: holding.hasPointer || holding.hasFocus || holding.isScrolled,
    frame: {
      onPointerEnter: (event: PointerEvent) =>
        // A finger is gone when it is lifted.
        event.pointerType !== 'touch' && set({ hasPointer: true }),
      onPointerLeave: () => set({ hasPointer: false }),
      onFocusIn: (event: FocusEvent) => set({ hasFocus: isAtFocus(event.target) }),
      onFocusOut: () => set({ hasFocus: false }),
    },
    onScroll: (event: { currentTarget: Element }) =>
      set({ isScrolled: event.currentTarget.scrollTop > 0 }),
  };
}
