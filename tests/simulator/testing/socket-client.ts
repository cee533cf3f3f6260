import { type ClientOptions, WebSocket } from 'ws';

/** The parts of a frame that tests read. */
export interface Frame {
  metadata: Record<string, string>;
  payload: {
    session?: Record<string, unknown>;
    subscription?: Record<string, unknown>;
    event?: Record<string, unknown>;
  };
}

/** A plain EventSub client that stores everything it receives. */
export interface SocketClient {
  socket: WebSocket;
  frames: Frame[];
  /** Resolves with the close code. */
  closed: Promise<number>;
  /** Waits for the next frame of that type that was not returned before. */
  next(messageType: string): Promise<Frame>;
  /** Waits for the welcome; resolves with the session id. */
  sessionId(): Promise<string>;
  close(): void;
}

export function connectSocket(url: string, options: ClientOptions = {}): SocketClient {
  // The simulator has a self-signed certificate.
  const socket = new WebSocket(url, { rejectUnauthorized: false, ...options });
  const frames: Frame[] = [];
  const unread: Frame[] = [];
  let wake: (() => void) | undefined;

  socket.on('message', (data: Buffer) => {
    const frame: Frame = JSON.parse(data.toString());
    frames.push(frame);
    unread.push(frame);
    wake?.();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });

  async function next(messageType: string): Promise<Frame> {
    for (;;) {
      const index = unread.findIndex(({ metadata }) => metadata.message_type === messageType);
      const [frame] = index < 0 ? [] : unread.splice(index, 1);
      if (frame) return frame;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return {
    socket,
    frames,
    closed,
    next,
    sessionId: async () => String((await next('session_welcome')).payload.session?.id),
    close: () => socket.close(),
  };
}
