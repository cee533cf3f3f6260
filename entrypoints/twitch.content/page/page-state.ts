import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { SECOND } from '@/lib/time';
import { type PageView, type Placement, placementIn } from './placement';

/** What the panel needs to know of the twitch.tv page around it. */
export interface PageState {
  pathname: string;
  theme: 'light' | 'dark';
  isFullscreen: boolean;
  /** The extension is gone, and only this script of it is left. */
  isOrphaned: boolean;
  placement: Placement;
}

function themeOf(root: Element): PageState['theme'] {
  if (root.classList.contains('tw-root--theme-dark')) return 'dark';
  if (root.classList.contains('tw-root--theme-light')) return 'light';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

const view = (): PageView => ({
  width: document.documentElement.clientWidth,
  height: innerHeight,
  rectOf: (selector) => document.querySelector(selector)?.getBoundingClientRect() ?? null,
});

/** Whether the end of this transition may have moved the chat column. */
function movesColumn(event: TransitionEvent): boolean {
  const isMove = event.propertyName === 'transform' || event.propertyName === 'width';
  return (
    isMove && event.target instanceof Element && event.target.matches('[class*="right-column"]')
  );
}

/**
 * Tells `onChange` what is around the panel, at once and whenever it changes, until the script
 * ends. Measures at most once a frame.
 */
export function watchPage(
  ctx: ContentScriptContext,
  isLeftBehind: () => boolean,
  onChange: (surroundings: PageState) => void,
): void {
  let { pathname } = location;
  let last = '';
  let frame = 0;

  function measure(): void {
    frame = 0;
    const next: PageState = {
      pathname,
      theme: themeOf(document.documentElement),
      isFullscreen: document.fullscreenElement !== null,
      isOrphaned: isLeftBehind(),
      placement: placementIn(view()),
    };
    const key = JSON.stringify(next);
    if (key === last) return;
    last = key;
    onChange(next);
  }
  function schedule(): void {
    if (frame === 0) frame = requestAnimationFrame(measure);
  }

  ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => {
    pathname = newUrl.pathname;
    schedule();
  });
  const { signal } = ctx;
  window.addEventListener('resize', schedule, { signal, passive: true });
  document.addEventListener('fullscreenchange', schedule, { signal });
  document.addEventListener('visibilitychange', schedule, { signal });
  document.addEventListener('transitionend', (event) => movesColumn(event) && schedule(), {
    signal,
    passive: true,
  });
  const classes = new MutationObserver(schedule);
  classes.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
  // Twitch takes its columns away and builds new ones at moments that no event tells of. Watching
  // the whole document would cost far more in a busy chat than looking once a second.
  const timer = setInterval(() => {
    if (!document.hidden) schedule();
  }, SECOND);
  signal.addEventListener('abort', () => {
    classes.disconnect();
    clearInterval(timer);
    cancelAnimationFrame(frame);
  });
  measure();
}
