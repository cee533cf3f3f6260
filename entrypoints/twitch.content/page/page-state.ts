import { SECOND } from '@/lib/time';
import { readControls } from './controls';
import { CHAT_COLUMN, PLAYER } from './layout';
import { isInChat, watchLayout } from './layout-changes';
import { type Placement, placementIn, type WantedPlace } from './placement';
import { readScrollBar } from './scroll-bar';

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

/** Containers of controls that move when the container grows. */
const CONTROL_BARS = '.chat-input, .stream-chat-header, #live-channel-stream-information';

/** Returns the placement, the elements that it depends on, and if a page of a channel has them all. */
function measurePlacement(wanted: WantedPlace) {
  const parts = new Set<Element>(document.querySelectorAll(CONTROL_BARS));
  const rectOf = (selector: string) => {
    const element = document.querySelector(selector);
    if (element !== null) parts.add(element);
    return element?.getBoundingClientRect() ?? null;
  };
  const { clientWidth: width } = document.documentElement;
  const view = { width, height: innerHeight, rectOf };
  const placement = placementIn(
    { ...view, controls: readControls, scrollBar: readScrollBar },
    wanted,
  );
  const isComplete = [CHAT_COLUMN, PLAYER].every((selectors) =>
    selectors.some((selector) => document.querySelector(selector) !== null),
  );
  return { placement, parts, isComplete };
}

/** Returns true if the transition may have moved the chat column. */
function hasMovedColumn(event: TransitionEvent): boolean {
  const isMove = event.propertyName === 'transform' || event.propertyName === 'width';
  return (
    isMove && event.target instanceof Element && event.target.matches('[class*="right-column"]')
  );
}

/** Returns true if something else than the chat was scrolled: the chat scrolls all the time. */
const hasScrolledPage = ({ target }: Event): boolean => !isInChat(target);

/** How often the page asks if the extension is gone. Browsers do not report this. */
const CHECK_EVERY_MS = 3 * SECOND;

/** What {@link watchPage} asks for whenever it measures. */
interface PageQuestions {
  isOrphaned: () => boolean;
  /** Where the user wants the panel. */
  wantedPlace: () => WantedPlace;
}

/**
 * Calls `onChange` with the state of the page, at once and after every change, until the signal
 * aborts. Measures at most once per animation frame. Returns a function that measures again, for when
 * the user wants another place.
 */
export function watchPage(
  signal: AbortSignal,
  { isOrphaned, wantedPlace }: PageQuestions,
  onChange: (page: PageState) => void,
): () => void {
  let lastKey = '';
  let frame = 0;

  function measure(): void {
    frame = 0;
    const { placement, parts, isComplete } = measurePlacement(wantedPlace());
    layout.follow(parts, isComplete);
    const next: PageState = {
      // Read from the page, never from an event: a link to a mail program or a download also begins
      // a navigation, but it ends without one.
      pathname: location.pathname,
      theme: themeOf(document.documentElement),
      isFullscreen: document.fullscreenElement !== null,
      isOrphaned: isOrphaned(),
      placement,
    };
    const key = JSON.stringify(next);
    if (key === lastKey) return;
    lastKey = key;
    onChange(next);
  }
  function schedule(): void {
    if (frame === 0) frame = requestAnimationFrame(measure);
  }

  const layout = watchLayout(signal, measure);
  watchAddress(signal, schedule);
  // The browser may show the page again as it was left.
  window.addEventListener('pageshow', schedule, { signal });
  window.addEventListener('resize', schedule, { signal, passive: true });
  document.addEventListener('fullscreenchange', schedule, { signal });
  document.addEventListener('transitionend', (event) => hasMovedColumn(event) && schedule(), {
    signal,
    passive: true,
  });
  document.addEventListener('scrollend', (event) => hasScrolledPage(event) && schedule(), {
    signal,
    capture: true,
    passive: true,
  });
  const timer = setInterval(() => isOrphaned() && schedule(), CHECK_EVERY_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
  });
  measure();
  return measure;
}

/** Calls `onChange` after the address of the page may have changed. */
function watchAddress(signal: AbortSignal, onChange: () => void): void {
  if (globalThis.navigation !== undefined) {
    // https://developer.mozilla.org/en-US/docs/Web/API/Navigation/currententrychange_event
    navigation.addEventListener('currententrychange', onChange, { signal });
    return;
  }
  // Firefox has no Navigation API before version 147. Twitch's pages all have titles of their own.
  window.addEventListener('popstate', onChange, { signal });
  const titles = new MutationObserver(onChange);
  titles.observe(document.head, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => titles.disconnect());
}
