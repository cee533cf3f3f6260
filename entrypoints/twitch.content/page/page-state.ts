import { SECOND } from '@/lib/time';
import { readControls } from './controls';
import { type PageView, type Placement, placementIn } from './placement';

/** The state of the twitch.tv page that the panel depends on. */
export interface PageState {
  pathname: string;
  theme: 'light' | 'dark';
  isFullscreen: boolean;
  /** True if the extension was updated or removed, so that only this script is left. */
  isOrphaned: boolean;
  placement: Placement;
}

function themeOf(root: Element): PageState['theme'] {
  if (root.classList.contains('tw-root--theme-dark')) return 'dark';
  if (root.classList.contains('tw-root--theme-light')) return 'light';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

const readView = (): PageView => ({
  width: document.documentElement.clientWidth,
  height: innerHeight,
  rectOf: (selector) => document.querySelector(selector)?.getBoundingClientRect() ?? null,
  controls: readControls,
});

/** Returns true if the transition may have moved the chat column. */
function hasMovedColumn(event: TransitionEvent): boolean {
  const isMove = event.propertyName === 'transform' || event.propertyName === 'width';
  return (
    isMove && event.target instanceof Element && event.target.matches('[class*="right-column"]')
  );
}

/** Returns true if something else than the chat was scrolled: the chat scrolls all the time. */
function hasScrolledPage({ target }: Event): boolean {
  return !(target instanceof Element && target.closest('[role="log"], .chat-shell') !== null);
}

/**
 * Calls `onChange` with the state of the page, at once and after every change, until the signal
 * aborts. Measures at most once per animation frame.
 */
export function watchPage(
  signal: AbortSignal,
  isOrphaned: () => boolean,
  onChange: (page: PageState) => void,
): void {
  let lastKey = '';
  let frame = 0;

  function measure(): void {
    frame = 0;
    const next: PageState = {
      // Read from the page, never from an event: a link to a mail program or a download also begins
      // a navigation, but it ends without one.
      pathname: location.pathname,
      theme: themeOf(document.documentElement),
      isFullscreen: document.fullscreenElement !== null,
      isOrphaned: isOrphaned(),
      placement: placementIn(readView()),
    };
    const key = JSON.stringify(next);
    if (key === lastKey) return;
    lastKey = key;
    onChange(next);
  }
  function schedule(): void {
    if (frame === 0) frame = requestAnimationFrame(measure);
  }

  // Firefox has no Navigation API before version 147. There, the timer below notices the change.
  // https://developer.mozilla.org/en-US/docs/Web/API/Navigation/currententrychange_event
  globalThis.navigation?.addEventListener('currententrychange', schedule, { signal });
  // The browser may show the page again as it was left.
  window.addEventListener('pageshow', schedule, { signal });
  window.addEventListener('resize', schedule, { signal, passive: true });
  document.addEventListener('fullscreenchange', schedule, { signal });
  document.addEventListener('visibilitychange', schedule, { signal });
  document.addEventListener('transitionend', (event) => hasMovedColumn(event) && schedule(), {
    signal,
    passive: true,
  });
  document.addEventListener('scrollend', (event) => hasScrolledPage(event) && schedule(), {
    signal,
    capture: true,
    passive: true,
  });
  const classObserver = new MutationObserver(schedule);
  classObserver.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
  // Twitch replaces its columns at times that no event reports. In a busy chat, observing the whole
  // document would cost far more than measuring once a second.
  const timer = setInterval(() => {
    if (!document.hidden) schedule();
  }, SECOND);
  signal.addEventListener('abort', () => {
    classObserver.disconnect();
    clearInterval(timer);
    cancelAnimationFrame(frame);
  });
  measure();
}
