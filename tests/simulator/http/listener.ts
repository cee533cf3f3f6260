import { createServer as createPlainServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Certificate } from './certificate.ts';

/** A server on one loopback port. */
export interface Listener {
  port: number;
  /** Breaks all open connections. */
  disconnectAll(): void;
  close(): Promise<void>;
}

/** Options of startListener. */
export interface ListenerOptions {
  fetch(request: Request): Response | Promise<Response>;
  port?: number | undefined;
  certificate?: Certificate;
  onUpgrade?: Parameters<Server['on']>[1];
  /** Called for each new connection; if it returns false, the connection is broken. */
  isReachable?(): boolean;
}

function createServer({ fetch, certificate }: ListenerOptions): Server {
  // The tests run in the same process, so the globals must not change.
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false });
  // The listener handles its errors itself, so nothing has to await it.
  const handle: RequestListener = (request, response) => void listener(request, response);
  return certificate ? createTlsServer(certificate, handle) : createPlainServer(handle);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A server on a port has an AddressInfo; only a pipe has a string.
  return (server.address() as AddressInfo).port;
}

export async function startListener(options: ListenerOptions): Promise<Listener> {
  const server = createServer(options);
  const connections = new Set<Socket>();

  server.on('connection', (socket: Socket) => {
    if (options.isReachable?.() === false) {
      socket.destroy();
      return;
    }
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  if (options.onUpgrade) server.on('upgrade', options.onUpgrade);

  const port = await listen(server, options.port ?? 0);
  const disconnectAll = () => {
    for (const socket of connections) socket.destroy();
  };

  return {
    port,
    disconnectAll,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      disconnectAll();
      await closed;
    },
  };
}
