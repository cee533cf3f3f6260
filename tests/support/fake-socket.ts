import type { Socket } from '@/lib/twitch/eventsub/socket/socket-connection';

/** Both ends of a socket: the extension's, and Twitch's own. */
export interface FakeSocket extends Socket {
  readonly url: string;
  readonly isClosed: boolean;
  /** A browser's socket has this; Twitch answers whatever comes in with 4001. */
  send(data: unknown): void;
  /** Twitch sends a frame, as a rule a text. Like a browser's, a closed socket hears nothing any more. */
  deliver(frame: unknown): void;
  /** Twitch closes the socket. */
  closeWith(code: number): void;
  /** The worker ends, and its end of the socket with it: nobody is left to be told. */
  vanish(): void;
  /** The network breaks; browsers tell an error, which nobody listens for, then an abnormal closure. */
  fail(): void;
}

interface SocketEvents {
  message: { data: unknown };
  close: { code: number };
}

type Listeners = { [Type in keyof SocketEvents]: ((event: SocketEvents[Type]) => void)[] };

const NO_STATUS = 1005;
const ABNORMAL = 1006;
const INBOUND_TRAFFIC = 4001;

export function createFakeSocket(url: string): FakeSocket {
  const listeners: Listeners = { message: [], close: [] };
  let isClosed = false;

  function emit<Type extends keyof SocketEvents>(type: Type, event: SocketEvents[Type]): void {
    for (const listener of listeners[type]) listener(event);
  }

  function closeWith(code: number): void {
    if (isClosed) return;
    isClosed = true;
    emit('close', { code });
  }

  return {
    url,
    get isClosed() {
      return isClosed;
    },
    addEventListener: <Type extends keyof SocketEvents>(
      type: Type,
      listener: (event: SocketEvents[Type]) => void,
    ) => void listeners[type].push(listener),
    close: () => {
      if (isClosed) return;
      isClosed = true;
      // Browsers tell of a closing later, also to whoever asked for it.
      queueMicrotask(() => emit('close', { code: NO_STATUS }));
    },
    send: () => closeWith(INBOUND_TRAFFIC),
    deliver: (frame) => {
      if (!isClosed) emit('message', { data: frame });
    },
    closeWith,
    vanish: () => {
      isClosed = true;
    },
    fail: () => closeWith(ABNORMAL),
  };
}

/** Every socket that was ever opened, in order. */
export interface FakeNetwork {
  readonly sockets: readonly FakeSocket[];
  /** The one opened last. */
  readonly latest: FakeSocket;
  readonly openNow: number;
  /** The most that were open at the same time. */
  readonly mostOpen: number;
  /** From now on no socket can be made at all, or it can again. */
  refuse(isRefusing: boolean): void;
  open(url: string): FakeSocket;
}

export function createFakeNetwork(): FakeNetwork {
  const sockets: FakeSocket[] = [];
  let mostOpen = 0;
  let isRefusing = false;
  const openNow = () => sockets.filter(({ isClosed }) => !isClosed).length;
  return {
    sockets,
    get latest() {
      const latest = sockets.at(-1);
      if (latest === undefined) throw new Error('No socket was opened.');
      return latest;
    },
    get openNow() {
      return openNow();
    },
    get mostOpen() {
      return mostOpen;
    },
    refuse: (now) => {
      isRefusing = now;
    },
    open: (url) => {
      if (isRefusing) throw new DOMException('Too many sockets', 'SecurityError');
      const socket = createFakeSocket(url);
      sockets.push(socket);
      mostOpen = Math.max(mostOpen, openNow());
      return socket;
    },
  };
}
