import type { Clock } from '@/lib/time';

/** Measures how long nothing was received. */
export interface SilenceTimer {
  /** Starts again: something was received. */
  restart(): void;
  /** Starts again with another limit. */
  setLimit(limitMs: number): void;
  /** Reports a silence whose timer did not run because the computer slept. */
  check(): void;
  stop(): void;
}

/** Starts a timer that calls `onSilence` when nothing was received for `limitMs`. */
export function createSilenceTimer(
  clock: Clock,
  limitMs: number,
  onSilence: () => void,
): SilenceTimer {
  let currentLimitMs = limitMs;
  let lastReceivedAt = clock.now();
  let stopTimer = clock.after(currentLimitMs, onSilence);

  function restart(): void {
    lastReceivedAt = clock.now();
    stopTimer();
    stopTimer = clock.after(currentLimitMs, onSilence);
  }

  return {
    restart,
    setLimit: (nextLimitMs) => {
      currentLimitMs = nextLimitMs;
      restart();
    },
    check: () => {
      if (clock.now() - lastReceivedAt > currentLimitMs) onSilence();
    },
    stop: () => stopTimer(),
  };
}
