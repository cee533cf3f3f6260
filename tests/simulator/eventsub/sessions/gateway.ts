import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../../core/clock.ts';
import type { Faults } from '../../core/faults.ts';
import type { Random } from '../../core/random.ts';
import type { Timers } from '../../core/timers.ts';
import type { Timings } from '../../core/timings.ts';
import type { Traffic } from '../../core/traffic.ts';
import type { Frames } from '../frames.ts';
import { type Connection, createConnection, type Ending } from './connection.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

const PATH = '/ws';
const DEFAULT_KEEPALIVE_SECONDS = 10;
const MAX_KEEPALIVE_SECONDS = 600;
const INBOUND_TRAFFIC = 4001;
const INVALID_RECONNECT = 4007;

/** Accepts sockets and connects them to new or to moving sessions. */
export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, isSecure: boolean): void;
  close(): void;
}

/** Dependencies of createGateway. */
export interface GatewayOptions {
  clock: Clock;
  random: Random;
  timers: Pick<Timers, 'after'>;
  timings: Pick<Timings, 'keepaliveSecondMs' | 'pingMs' | 'pongMs'>;
  faults: Pick<Faults, 'peek' | 'take'>;
  traffic: Pick<Traffic, 'countRequest' | 'recordFrame'>;
  frames: Pick<Frames, 'keepalive'>;
  sessions: Pick<Sessions, 'open' | 'resume' | 'connectionEnded'>;
}

/**
 * Returns the keepalive of a session in seconds: the requested number, moved into Twitch's range.
 * See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
 */
export function agreedKeepalive(requested: string | null): number {
  const seconds = Number(requested);
  if (requested === null || !Number.isInteger(seconds)) return DEFAULT_KEEPALIVE_SECONDS;
  return Math.min(Math.max(seconds, DEFAULT_KEEPALIVE_SECONDS), MAX_KEEPALIVE_SECONDS);
}

/** Returns false for the other hosts of Twitch; a loopback name stands for every host. */
function isSocketHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return !name.endsWith('twitch.tv') || name.endsWith('eventsub.wss.twitch.tv');
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function keepaliveMs(seconds: number, { faults, random, timings }: GatewayOptions): number {
  const ratio = faults.peek('keepalive_jitter')?.ratio ?? 0;
  return seconds * timings.keepaliveSecondMs * (1 + ratio * (2 * random.next() - 1));
}

interface NewSocket {
  socket: WebSocket;
  origin: string;
  /** The keepalive until the socket belongs to a session. */
  seconds: number;
}

/** Creates a connection that does not belong to a session yet. */
function connect({ socket, origin, seconds }: NewSocket, options: GatewayOptions) {
  const { clock, timers, timings, faults, traffic, frames, sessions } = options;
  // A socket with an invalid reconnect URL never gets a session.
  let session: Session | undefined;
  const connection: Connection = createConnection({
    socket,
    origin,
    timers,
    openedAt: clock.now(),
    pingMs: timings.pingMs,
    pongMs: timings.pongMs,
    keepaliveMs: () => keepaliveMs(session?.keepaliveSeconds ?? seconds, options),
    keepaliveText: frames.keepalive,
    delayMs: () => faults.peek('delay', (fault) => fault.path === PATH)?.ms ?? 0,
    onInbound(kind, data) {
      traffic.recordFrame({ session_id: session?.id ?? '', kind, data });
      connection.close(INBOUND_TRAFFIC);
    },
    onEnd(ending: Ending) {
      if (session) sessions.connectionEnded(session, connection, ending);
    },
  });
  return { connection, assignTo: (owner: Session) => void (session = owner) };
}

export function createGateway(options: GatewayOptions): Gateway {
  const { faults, traffic, sessions } = options;
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false });

  function accept(socket: WebSocket, origin: string, query: URLSearchParams): void {
    const seconds = agreedKeepalive(query.get('keepalive_timeout_seconds'));
    const { connection, assignTo } = connect({ socket, origin, seconds }, options);
    const [id, challenge] = [query.get('id'), query.get('challenge')];
    if (id === null && challenge === null) {
      assignTo(sessions.open(connection, seconds, !faults.take('no_welcome')));
      return;
    }
    const session = sessions.resume(connection, id ?? '', challenge ?? '');
    if (session) assignTo(session);
    else connection.close(INVALID_RECONNECT);
  }

  return {
    upgrade(request, socket, head, isSecure) {
      const host = request.headers.host ?? '';
      const origin = `${isSecure ? 'wss' : 'ws'}://${host}`;
      const url = new URL(request.url ?? '/', origin);
      traffic.countRequest('GET', url.pathname);
      if (url.pathname !== PATH || (isSecure && !isSocketHost(host))) return refuse(socket, 404);
      const fault = faults.take('http', ({ path }) => path === PATH);
      if (fault) return refuse(socket, fault.status);
      server.handleUpgrade(request, socket, head, (client) =>
        accept(client, origin, url.searchParams),
      );
    },
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
