import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HistoryView } from '@/lib/domain/view/history-address';

/**
 * Returns the ref of an element with the head of the page and the view. When another view is shown, the link
 * that led there may be gone; then the focus goes to what says where the user is.
 */
export function useFocusInView(view: HistoryView) {
  const page = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState(view);
  useLayoutEffect(() => {
    if (focused === view) return;
    setFocused(view);
    if (document.activeElement !== document.body) return;
    const heading = page.current?.querySelector<HTMLElement>('h2[tabindex]');
    (heading ?? page.current?.querySelector<HTMLElement>('[aria-current="page"]'))?.focus();
  }, [focused, view]);
  return page;
}
