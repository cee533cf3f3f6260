import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * For a section that an address leads to by its id: the browser looks for it when there is none yet,
 * or nothing in it to scroll to.
 */
export function useScrollTarget(id: string, isReady: boolean): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isReady && location.hash === `#${id}`) section.current?.scrollIntoView();
  }, [id, isReady]);
  return section;
}
