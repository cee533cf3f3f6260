import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Returns the ref of a part of a page that links lead to by its id. When `isReady`, and whenever such
 * a link is followed, it scrolls there and gives the focus to the heading, which has to have a
 * `tabIndex` of -1. The browser itself looks for the part too early, before it is rendered or has
 * its content.
 */
export function useScrollTarget(id: string, isReady: boolean): RefObject<HTMLElement | null> {
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isReady) return undefined;
    function come(): void {
      if (location.hash !== `#${id}`) return;
      part.current?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
      part.current?.scrollIntoView();
    }
    come();
    addEventListener('hashchange', come);
    return () => removeEventListener('hashchange', come);
  }, [id, isReady]);
  return part;
}
