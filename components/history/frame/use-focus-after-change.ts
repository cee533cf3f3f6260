import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * Goes to the top and focuses the heading when `shown` changes: the link that led there is gone, and the
 * focus must not go with it.
 */
export function useFocusAfterChange(shown: string | null) {
  const scroller = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [focused, setFocused] = useState(shown);
  useLayoutEffect(() => {
    if (focused === shown) return;
    setFocused(shown);
    scroller.current?.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [focused, shown]);
  return { scroller, heading };
}
