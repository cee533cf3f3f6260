import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Returns the ref of a section that links lead to by its id, and scrolls to it when `isReady`. The
 * browser itself looks for the section too early, before it is rendered or has its content.
 */
export function useScrollTarget(id: string, isReady: boolean): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isReady && location.hash === `#${id}`) section.current?.scrollIntoView();
  }, [id, isReady]);
  return section;
}
