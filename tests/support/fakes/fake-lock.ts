/** Returns a function that runs one task at a time, like a Web Lock. */
export function createFakeLock(): (run: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return async (run) => {
    const turn = last.then(run);
    last = turn.catch(() => {});
    await turn;
  };
}
