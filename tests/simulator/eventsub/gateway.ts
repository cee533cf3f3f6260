import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../core/clock.ts';
import type { Faults } from '../core/faults.ts';
import type { Random } from '../core/random.ts';
import type { Timers } from '../core/timers.ts';
import type { Timings } from '../core/timings.ts';
import type { Traffic } from '../core/traffic.ts';
import { type Connection, createConnection, type Ending } from './connection.ts';
import type { Frames } from './frames.ts';
import type { Session, Sessions } from './sessions.ts';

const PATH = '/ws';
const DEFAULT_KEEPALIVE_SECONDS = 10;
const MAX_KEEPALIVE_SECONDS = 600;
const INBOUND_TRAFFIC = 4001;
const INVALID_RECONNECT = 4007;

/** Where sockets come in: tells new sessions from resumed ones. */
export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, isSecure: boolean): void;
  close(): void;
}

export interface GatewayOptions {
  clock: Clock;
  random: Random;
  timers: Timers;
  timings: Timings;
  faults: Faults;
  traffic: Traffic;
  frames: Frames;
  sessions: Sessions;
}

/** The agreed keepalive: a number outside the range is moved to its nearest bound. */
export function agreedKeepalive(asked: string | null): number {
  const seconds = Number(asked);
  if (asked === null || !Number.isInteger(seconds)) return DEFAULT_KEEPALIVE_SECONDS;
  return Math.min(Math.max(seconds, DEFAULT_KEEPALIVE_SECONDS), MAX_KEEPALIVE_SECONDS);
}

/** On the TLS port the other Twitch hosts have no sockets; a loopback name stands for any. */
function isSocketHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return !name.endsWith('twitch.tv') || name.endsWith('eventsub.wss.twitch.tv');
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

export function createGateway(options: GatewayOptions): Gateway {
  const { clock, random, timers, timings, faults, traffic, frames, sessions } = options;
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false });

  function keepaliveMs(seconds: number): number {
    const ratio = faults.peek('keepalive_jitter')?.ratio ?? 0;
    return seconds * timings.keepaliveSecondMs * (1 + ratio * (2 * random.next() - 1));
  }

  function connect(socket: WebSocket, origin: string, seconds: number) {
    // The session is known only after the socket: a reconnect URL that fails never gets one.
    let session: Session | undefined;
    const connection: Connection = createConnection({
      socket,
      origin,
      timers,
      openedAt: clock.now(),
      pingMs: timings.pingMs,
      pongMs: timings.pongMs,
      keepaliveMs: () => keepaliveMs(session?.keepaliveSeconds ?? seconds),
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
    return { connection, belongsTo: (owner: Session) => void (session = owner) };
  }

  function accept(socket: WebSocket, origin: string, query: URLSearchParams): void {
    const seconds = agreedKeepalive(query.get('keepalive_timeout_seconds'));
    const { connection, belongsTo } = connect(socket, origin, seconds);
    const [id, challenge] = [query.get('id'), query.get('challenge')];
    if (id === null && challenge === null) {
      belongsTo(sessions.open(connection, seconds, !faults.take('no_welcome')));
      return;
    }
    const session = sessions.resume(connection, id ?? '', challenge ?? '');
    if (session) belongsTo(session);
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
