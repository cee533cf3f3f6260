import type { ClientOptions } from 'ws';
import { createAdminClient } from '../admin-client.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../server.ts';
import { connectSocket, type SocketClient } from './socket-client.ts';

export const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
export const CLIENT_ID = 'client-one';
export const CHAT_SCOPE = 'user:read:chat';

/** What a sign-in may differ in. */
export interface SignIn {
  userId?: string;
  scopes?: string;
  clientId?: string;
}

/** An answer of the simulator, read. */
export interface Answer {
  status: number;
  headers: Headers;
  // Each test says by its assertions what it expects in the body.
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

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, body: text.startsWith('{') ? JSON.parse(text) : {} };
}

function authorizeParameters({ scopes = CHAT_SCOPE, clientId = CLIENT_ID }: SignIn) {
  return {
    client_id: clientId,
    redirect_uri: REDIRECT,
    response_type: 'token',
    scope: scopes,
    state: 'state-one',
  };
}

/** A simulator with everything a test wants to do to it. */
export async function startHarness(options: SimulatorOptions = {}) {
  return harnessOf(await startSimulator({ seed: 7, ...options }));
}

/** The same for a simulator that runs. */
export function harnessOf(simulator: Simulator) {
  const { ports } = simulator;
  const base = `http://127.0.0.1:${ports.plain}`;
  const sockets: SocketClient[] = [];

  function connect(url = `ws://127.0.0.1:${ports.plain}/ws`, options: ClientOptions = {}) {
    const client = connectSocket(url, options);
    sockets.push(client);
    return client;
  }

  async function submit(decision: string, signIn: SignIn = {}): Promise<URL> {
    const form = { ...authorizeParameters(signIn), user_id: signIn.userId ?? '200', decision };
    const response = await fetch(`${base}/oauth2/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(form),
    });
    return new URL(response.headers.get('location') ?? '');
  }

  async function signIn(who: SignIn = {}): Promise<Api> {
    const landed = await submit('authorize', who);
    const token = new URLSearchParams(landed.hash.slice(1)).get('access_token') ?? '';
    const headers = {
      Authorization: `Bearer ${token}`,
      'Client-Id': who.clientId ?? CLIENT_ID,
    };
    const helix = `${base}/helix`;
    return {
      token,
      get: async (path) => read(await fetch(`${helix}${path}`, { headers })),
      delete: async (path) => read(await fetch(`${helix}${path}`, { method: 'DELETE', headers })),
      async subscribe(sessionId, type, condition, version = '1') {
        const transport = { method: 'websocket', session_id: sessionId };
        const body = JSON.stringify({ type, version, condition, transport });
        const init = { method: 'POST', body };
        const json = { ...headers, 'Content-Type': 'application/json' };
        return read(await fetch(`${helix}/eventsub/subscriptions`, { ...init, headers: json }));
      },
    };
  }

  /** A socket with one subscription that costs nothing. */
  async function listen(api: Api): Promise<SocketClient & { id: string }> {
    const client = connect();
    const id = await client.sessionId();
    const condition = { broadcaster_user_id: '100', user_id: '200' };
    await api.subscribe(id, 'channel.chat.notification', condition);
    return { ...client, id };
  }

  return {
    base,
    ports,
    admin: createAdminClient(ports.admin),
    connect,
    listen,
    submit,
    signIn,
    async fetch(path: string, init?: RequestInit) {
      return read(await fetch(`${base}${path}`, init));
    },
    async close() {
      for (const { socket } of sockets) socket.terminate();
      await simulator.close();
    },
  };
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;
