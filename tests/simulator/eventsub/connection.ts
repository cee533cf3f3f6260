import type { RawData, WebSocket } from 'ws';
import type { Cancel, Timers } from '../core/timers.ts';
import type { InboundFrame } from '../core/traffic.ts';

/** Why a connection is over. `lost` is a socket that vanished without a close frame. */
export interface Ending {
  by: 'server' | 'client' | 'lost';
  code: number;
}

/** One WebSocket of a session, with the rules that hold for every single socket. */
export interface Connection {
  readonly openedAt: number;
  /** Scheme, host and port as the client used them. */
  readonly origin: string;
  isOpen(): boolean;
  /** Sends one text frame; false when nothing can leave this socket any more. */
  send(text: string): boolean;
  close(code: number): void;
  /** Breaks the TCP connection, as a dead network does. */
  cut(): void;
  /** Stays open from now on, but nothing leaves it: no frame, no keepalive, no ping. */
  silence(): void;
}

export interface ConnectionOptions {
  socket: WebSocket;
  origin: string;
  openedAt: number;
  timers: Timers;
  pingMs: number;
  pongMs: number;
  /** The silence after which a keepalive is due; asked anew each time. */
  keepaliveMs(): number;
  keepaliveText(): string;
  delayMs(): number;
  onInbound(kind: InboundFrame['kind'], data: string): void;
  onEnd(ending: Ending): void;
}

/** Stand for "no close frame" and "a close frame without a code": neither can be sent. */
const ABNORMAL = 1006;
const NO_CODE = 1005;
const FAILED_PING_PONG = 4002;

/** The library hands over one buffer, unless it is told to hand over something else. */
function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString() : '';
}

export function createConnection(options: ConnectionOptions): Connection {
  const { socket, timers, onEnd } = options;
  const cancels = new Map<'keepalive' | 'ping', Cancel>();
  let isSilent = false;
  let hasEnded = false;

  function schedule(name: 'keepalive' | 'ping', milliseconds: number, run: () => void): void {
    cancels.get(name)?.();
    cancels.set(name, timers.after(milliseconds, run));
  }

  function stopTimers(): void {
    for (const cancel of cancels.values()) cancel();
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
    // Whatever is sent restarts the window: a keepalive is for silence only.
    schedule('keepalive', options.keepaliveMs(), () => write(options.keepaliveText()));
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

  function awaitPong(): void {
    socket.ping();
    schedule('ping', options.pongMs, () => close(FAILED_PING_PONG));
  }

  const schedulePing = () => schedule('ping', options.pingMs, awaitPong);

  socket.on('message', (data, isBinary) =>
    options.onInbound(isBinary ? 'binary' : 'text', textOf(data)),
  );
  socket.on('ping', (data) => options.onInbound('ping', data.toString()));
  socket.on('pong', () => {
    if (!hasEnded && !isSilent) schedulePing();
  });
  socket.on('close', (code) => end({ by: code === ABNORMAL ? 'lost' : 'client', code }));
  // A reset by the peer: the close event that follows tells all that is needed.
  socket.on('error', () => undefined);
  schedulePing();

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
