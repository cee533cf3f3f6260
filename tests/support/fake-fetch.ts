import { onTestFinished } from 'vitest';

/** A request as it left the extension. */
export interface SentRequest {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
  /** What becomes of a redirection. */
  redirect: RequestRedirect;
  /** Aborted when whoever asked waits no longer. */
  signal: AbortSignal;
}

export interface FakeFetch {
  /** Everything that was asked for, in order. */
  readonly requests: readonly SentRequest[];
  /** The one asked for last. */
  readonly last: SentRequest;
}

type Answer = (request: SentRequest) => Response | Promise<Response>;

/** An answer with a JSON body. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

/** What Helix says when it refuses. */
export function helixRefusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return json({ error: 'Refused', status, message }, status, headers);
}

/** What `fetch` does without a network. */
export function noNetwork(): never {
  throw new TypeError('Failed to fetch');
}

/** What `fetch` does where a request is taken and never answered: it waits for as long as it may. */
export async function noAnswer({ signal }: SentRequest): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason));
  return await promise;
}

/** Puts `answer` in the place of the whole network until the test is over. */
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
      if (last === undefined) throw new Error('Nothing was asked for.');
      return last;
    },
  };
}
