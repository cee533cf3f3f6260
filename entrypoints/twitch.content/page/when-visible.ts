/** Calls `run` once, as soon as the user can see the page, unless the signal aborts before. */
export function whenVisible(signal: AbortSignal, run: () => void): void {
  if (document.visibilityState === 'visible') {
    run();
    return;
  }
  const shown = new AbortController();
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState !== 'visible') return;
      shown.abort();
      run();
    },
    { signal: AbortSignal.any([signal, shown.signal]) },
  );
}
