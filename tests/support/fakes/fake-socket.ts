import type { Socket } from '@/lib/twitch/eventsub/socket/socket-connection';

/** Both ends of a socket: the extension's and Twitch's. */
export interface FakeSocket extends Socket {
  readonly url: string;
  readonly isClosed: boolean;
  /** Part of every browser's socket. Twitch closes the socket with 4001 when it is called. */
  send(data: unknown): void;
  /** Sends a frame from Twitch, normally a text. A closed socket ignores it, as in a browser. */
  deliver(frame: unknown): void;
  /** Closes the socket from Twitch's end. */
  closeWith(code: number): void;
  /** Ends the socket together with its worker, so that no event follows. */
  vanish(): void;
  /** Breaks the network. A browser then reports an error, which is not used, and a close event. */
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
      // Browsers report the close event later, also when the page itself has closed the socket.
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

/** Creates sockets and keeps all of them, in order. */
export interface FakeNetwork {
  readonly sockets: readonly FakeSocket[];
  /** The socket that was opened last. */
  readonly latest: FakeSocket;
  readonly openNow: number;
  /** The largest number of sockets that were open at the same time. */
  readonly mostOpen: number;
  /** Makes `open` throw from now on, or work again. */
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
