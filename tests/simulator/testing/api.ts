/** An answer of the simulator with its parsed body. */
export interface Answer {
  status: number;
  headers: Headers;
  // Each test asserts what it expects in the body.
  body: Record<string, unknown>;
}

/** Calls Helix with one token. */
export interface Api {
  token: string;
  get(path: string): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  subscribe(
    sessionId: string,
    type: string,
    condition: Record<string, string>,
    version?: string,
  ): Promise<Answer>;
}

/** Options of createApi. */
export interface ApiOptions {
  /** The address of the simulator, without a path. */
  base: string;
  token: string;
  clientId: string;
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, body: text.startsWith('{') ? JSON.parse(text) : {} };
}

export function createApi({ base, token, clientId }: ApiOptions): Api {
  const headers = { Authorization: `Bearer ${token}`, 'Client-Id': clientId };
  const call = async (path: string, init: RequestInit) =>
    readAnswer(await fetch(`${base}/helix${path}`, { headers, ...init }));

  return {
    token,
    get: (path) => call(path, {}),
    delete: (path) => call(path, { method: 'DELETE' }),
    subscribe(sessionId, type, condition, version = '1') {
      const transport = { method: 'websocket', session_id: sessionId };
      return call('/eventsub/subscriptions', {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({ type, version, condition, transport }),
      });
    },
  };
}
