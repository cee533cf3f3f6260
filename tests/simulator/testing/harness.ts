import type { ClientOptions } from 'ws';
import { createAdminClient } from '../admin-client.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../server.ts';
import { type Answer, type Api, createApi, readAnswer } from './api.ts';
import { connectSocket, type SocketClient } from './socket-client.ts';

export const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
export const CLIENT_ID = 'client-one';
export const CHAT_SCOPE = 'user:read:chat';

/** Options of a sign-in; missing ones get the values of the demo viewer. */
export interface SignIn {
  userId?: string;
  scopes?: string;
  clientId?: string;
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

/** Sends the form of the authorize page; returns the URL of the redirect. */
async function authorize(base: string, signIn: SignIn): Promise<URL> {
  const user_id = signIn.userId ?? '200';
  const form = { ...authorizeParameters(signIn), user_id, decision: 'authorize' };
  const response = await fetch(`${base}/oauth2/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
  });
  return new URL(response.headers.get('location') ?? '');
}

/** Starts a simulator and returns the clients with which a test uses it. */
export async function startHarness(options: SimulatorOptions = {}) {
  return harnessOf(await startSimulator({ seed: 7, ...options }));
}

/** Returns the clients for a simulator that is already running. */
export function harnessOf(simulator: Simulator) {
  const { ports } = simulator;
  const base = `http://127.0.0.1:${ports.plain}`;
  const sockets: SocketClient[] = [];

  function connect(url = `ws://127.0.0.1:${ports.plain}/ws`, options: ClientOptions = {}) {
    const client = connectSocket(url, options);
    sockets.push(client);
    return client;
  }

  return {
    base,
    ports,
    admin: createAdminClient(ports.admin),
    connect,

    async signIn(signIn: SignIn = {}): Promise<Api> {
      const redirect = await authorize(base, signIn);
      const token = new URLSearchParams(redirect.hash.slice(1)).get('access_token') ?? '';
      return createApi({ base, token, clientId: signIn.clientId ?? CLIENT_ID });
    },

    /** Opens a socket with one subscription that costs nothing. */
    async listen(api: Api): Promise<SocketClient & { id: string }> {
      const client = connect();
      const id = await client.sessionId();
      const condition = { broadcaster_user_id: '100', user_id: '200' };
      await api.subscribe(id, 'channel.chat.notification', condition);
      return { ...client, id };
    },

    async fetch(path: string, init?: RequestInit): Promise<Answer> {
      return readAnswer(await fetch(`${base}${path}`, init));
    },

    async close() {
      for (const { socket } of sockets) socket.terminate();
      await simulator.close();
    },
  };
}

export type Harness = ReturnType<typeof harnessOf>;
