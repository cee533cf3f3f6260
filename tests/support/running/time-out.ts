import { expect, onTestFinished, vi } from 'vitest';
import { fakeFetch, noAnswer } from '../fakes/fake-fetch';
import { until } from '../until';

/**
 * Makes a call to a server that never answers. Returns the timeout that it has set, in
 * milliseconds, and its error after that time.
 */
export async function timeOut(call: () => Promise<unknown>) {
  const controller = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(controller.signal);
  onTestFinished(() => timeout.mockRestore());
  const { requests } = fakeFetch(noAnswer);
  const error = call().then(
    () => null,
    (reason: unknown) => reason,
  );
  await until(() => expect(requests).toHaveLength(1));
  controller.abort(new DOMException('The operation timed out.', 'TimeoutError'));
  return { timeouts: timeout.mock.calls.flat(), error: await error };
}
