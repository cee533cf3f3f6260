import type { RawData, WebSocket } from 'ws';
import type { Cancel, Timers } from '../../core/timers.ts';
import type { InboundFrame } from '../../core/traffic.ts';
import { startPings } from './pings.ts';

/** The reason why a connection ended. `lost`: the socket ended without a close frame. */
export interface Ending {
  by: 'server' | 'client' | 'lost';
  code: number;
}

/** One WebSocket of a session, with the rules that apply to every single socket. */
export interface Connection {
  readonly openedAt: number;
  /** Scheme, host and port as the client used them. */
  readonly origin: string;
  isOpen(): boolean;
  /** Sends one text frame; returns false if this socket can no longer send. */
  send(text: string): boolean;
  close(code: number): void;
  /** Breaks the TCP connection, like a failing network. */
  cut(): void;
  /** Keeps the socket open, but sends nothing more: no frame, no keepalive, no ping. */
  silence(): void;
}

export interface ConnectionOptions {
  socket: WebSocket;
  origin: string;
  openedAt: number;
  timers: Pick<Timers, 'after'>;
  pingMs: number;
  pongMs: number;
  /** Returns the time without frames after which a keepalive is sent; called again each time. */
  keepaliveMs(): number;
  keepaliveText(): string;
  delayMs(): number;
  onInbound(kind: InboundFrame['kind'], data: string): void;
  onEnd(ending: Ending): void;
}

/**
 * Reserved codes that a close frame cannot carry: "no close frame" and "a close frame without a
 * code". See https://developer.mozilla.org/docs/Web/API/CloseEvent/code
 */
const ABNORMAL = 1006;
const NO_CODE = 1005;
/** See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/ for Twitch's close codes. */
const FAILED_PING_PONG = 4002;

/** Returns the text of a message; `ws` passes one buffer unless configured otherwise. */
function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString() : '';
}

type Listeners = Pick<ConnectionOptions, 'onInbound' | 'onEnd'>;

function listenToSocket(socket: WebSocket, { onInbound, onEnd }: Listeners): void {
  socket.on('message', (data, isBinary) => onInbound(isBinary ? 'binary' : 'text', textOf(data)));
  socket.on('ping', (data) => onInbound('ping', data.toString()));
  socket.on('close', (code) => onEnd({ by: code === ABNORMAL ? 'lost' : 'client', code }));
  // The peer reset the connection; the close event that follows is enough.
  socket.on('error', () => undefined);
}

/** Creates the connection of a socket and starts its pings. */
export function createConnection(options: ConnectionOptions): Connection {
  const { socket, timers, pingMs, pongMs, onInbound, onEnd } = options;
  const onMissingPong = () => close(FAILED_PING_PONG);
  const stopPings = startPings({ socket, timers, pingMs, pongMs, onMissingPong });
  let cancelKeepalive: Cancel | undefined;
  let isSilent = false;
  let hasEnded = false;

  function stopTimers(): void {
    stopPings();
    cancelKeepalive?.();
  }

  function end(ending: Ending): void {
    if (hasEnded) return;
    hasEnded = true;
    stopTimers();
    onEnd(ending);
  }

  function write(text: string): void {
    if (isSilent || hasEnded) return;
    socket.send(text);
    // Every frame restarts the window: a keepalive is sent only after silence.
    cancelKeepalive?.();
    cancelKeepalive = timers.after(options.keepaliveMs(), () => write(options.keepaliveText()));
  }

  function cut(): void {
    socket.terminate();
    end({ by: 'lost', code: ABNORMAL });
  }

  function close(code: number): void {
    if (code === ABNORMAL) return cut();
    socket.close(code === NO_CODE ? undefined : code);
    end({ by: 'server', code });
  }

  listenToSocket(socket, { onInbound, onEnd: end });

  return {
    origin: options.origin,
    openedAt: options.openedAt,
    isOpen: () => !hasEnded,
    close,
    send(text) {
      if (isSilent || hasEnded) return false;
      const delayMs = options.delayMs();
      if (delayMs > 0) timers.after(delayMs, () => write(text));
      else write(text);
      return true;
    },
    cut,
    silence() {
      isSilent = true;
      stopTimers();
    },
  };
}
