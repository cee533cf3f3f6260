import { useLayoutEffect } from 'preact/hooks';

/**
 * Makes the page a frame that fills the window, in which only the list scrolls. Without a list, the
 * window scrolls.
 */
export function useFrame(isFramed: boolean): void {
  useLayoutEffect(() => {
    document.documentElement.dataset['framed'] = String(isFramed);
    if (!isFramed) return undefined;
    window.addEventListener('resize', fitWindow);
    return () => {
      window.removeEventListener('resize', fitWindow);
      document.body.style.height = '';
    };
  }, [isFramed]);
}

/**
 * The popup asks for 600 pixels. On a small screen, or with a page zoom, there is less, and Chrome
 * then shows a scroll bar whatever the styles say. It goes once the popup asks for what there is.
 */
function fitWindow(): void {
  const hasScrollbar = window.innerWidth > document.documentElement.clientWidth;
  if (hasScrollbar) document.body.style.height = `${window.innerHeight}px`;
}
