import { useEffect, useRef, useState } from 'preact/hooks';

/** Keys that scroll. */
const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);

/**
 * Keeps the mark in view while it moves through the list, until the user scrolls or moves the focus
 * there. `mark` is at another place when `place` is another.
 */
export function useFollowing(place: number) {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const markRef = useRef<HTMLLIElement>(null);
  const [isFollowing, setFollowing] = useState(true);
  const isFirstRef = useRef(true);

  useEffect(() => {
    if (!isFollowing || scrollerRef.current === null || markRef.current === null) return;
    const top = markRef.current.offsetTop - scrollerRef.current.clientHeight / 3;
    // In the style sheet, it is smooth if the user wants motion.
    scrollerRef.current.scrollTo({ top, behavior: isFirstRef.current ? 'instant' : 'auto' });
    isFirstRef.current = false;
  }, [isFollowing, place]);

  const leave = () => setFollowing(false);
  return {
    mark: markRef,
    isFollowing,
    setFollowing,
    scroller: {
      ref: scrollerRef,
      onWheel: leave,
      onTouchMove: leave,
      onPointerDown: ({ target, currentTarget }: Event) => {
        // The scroll bar.
        if (target === currentTarget) leave();
      },
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (SCROLL_KEYS.has(key)) leave();
      },
      onFocusIn: ({ target, currentTarget }: Event) => {
        const isInside = target instanceof Element && target !== currentTarget;
        if (isInside && target.matches(':focus-visible')) leave();
      },
    },
  };
}
