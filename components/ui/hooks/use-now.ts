import { useEffect, useState } from 'preact/hooks';
import { MINUTE, systemClock } from '@/lib/time';

/**
 * Creates a ticker that calls all its listeners about once a minute from one timer, while the page
 * is visible.
 */
export function createMinuteTicker(clock = systemClock, page: Document = document) {
  const listeners = new Set<() => void>();
  let stopTimer: (() => void) | undefined;

  function stop(): void {
    stopTimer?.();
    stopTimer = undefined;
  }
  function restart(): void {
    stop();
    if (listeners.size > 0 && !page.hidden) stopTimer = clock.after(MINUTE, tick);
  }
  function tick(): void {
    for (const listener of listeners) listener();
    restart();
  }
  function onVisibility(): void {
    // Times on screen are out of date after the page was hidden.
    if (page.hidden) stop();
    else tick();
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      if (listeners.size === 1) {
        page.addEventListener('visibilitychange', onVisibility);
        restart();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        page.removeEventListener('visibilitychange', onVisibility);
        stop();
      };
    },
  };
}

const ticker = createMinuteTicker();

/** Returns the current time in milliseconds since 1970; renders again every minute. */
export function useNow(): number {
  const [now, setNow] = useState(systemClock.now);
  useEffect(() => ticker.subscribe(() => setNow(systemClock.now())), []);
  return now;
}
