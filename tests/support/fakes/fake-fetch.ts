import { onTestFinished } from 'vitest';

/** A request that the extension has sent. */
export interface SentRequest {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
  redirect: RequestRedirect;
  /** Aborted when the caller stops waiting. */
  signal: AbortSignal;
}

/** The requests that were sent to a fake network. */
export interface FakeFetch {
  /** All requests, in order. */
  readonly requests: readonly SentRequest[];
  /** The latest request. */
  readonly last: SentRequest;
}

type Answer = (request: SentRequest) => Response | Promise<Response>;

/** Returns a response with a JSON body. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

/** Returns a response of Helix that refuses a request. */
export function helixRefusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return json({ error: 'Refused', status, message }, status, headers);
}

/** Throws the error of `fetch` without a network. */
export function noNetwork(): never {
  throw new TypeError('Failed to fetch');
}

/** Waits until the request is aborted, like `fetch` with a server that never answers. */
export async function noAnswer({ signal }: SentRequest): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason));
  return await promise;
}

/** Replaces `fetch` with `answer` until the test has finished. */
export function fakeFetch(answer: Answer): FakeFetch {
  const original = globalThis.fetch;
  const requests: SentRequest[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const sent = new Request(input, init);
    const request = {
      method: sent.method,
      url: new URL(sent.url),
      headers: sent.headers,
      body: await sent.text(),
      redirect: sent.redirect,
      signal: sent.signal,
    };
    requests.push(request);
    return await answer(request);
  };
  onTestFinished(() => {
    globalThis.fetch = original;
  });
  return {
    requests,
    get last() {
      const last = requests.at(-1);
      if (last === undefined) throw new Error('No request was sent.');
      return last;
    },
  };
}
