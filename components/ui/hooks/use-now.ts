import { useEffect, useState } from 'preact/hooks';
import { MINUTE, systemClock } from '@/lib/time';

/** Calls every listener about once a minute while the page is visible, all from one timer. */
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
    // What went by while the page was hidden is made up for at once.
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

const minutes = createMinuteTicker();

/** The time now, renewed every minute. */
export function useNow(): number {
  const [now, setNow] = useState(systemClock.now);
  useEffect(() => minutes.subscribe(() => setNow(systemClock.now())), []);
  return now;
}
