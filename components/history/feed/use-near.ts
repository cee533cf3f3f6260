import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** How far below the visible part of a list something is near, in pixels. */
const MARGIN = 800;

interface NearOptions {
  /** What scrolls. */
  root: RefObject<HTMLElement | null>;
  isOn: boolean;
  /** Checked again whenever this changes. */
  key: unknown;
  onNear: () => void;
}

/** Calls `onNear` whenever an element is on screen, or will soon be. */
export function useNear(
  element: RefObject<HTMLElement | null>,
  { root, isOn, key, onNear }: NearOptions,
): void {
  useEffect(() => {
    if (!isOn || element.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onNear();
      },
      { root: root.current, rootMargin: `${MARGIN}px 0px` },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the function of the last check is as good
  }, [isOn, key]);
}
