/** Returns a function that runs one task after another, as the browser's locks do. */
export function createQueue(): (run: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return async (run) => {
    const turn = last.then(run);
    last = turn.catch(() => {});
    await turn;
  };
}
