import { type Clock, SECOND } from '@/lib/time';
import type { Notification } from '@/lib/twitch/payload/notification';
import { createClockOffset } from './clock-offset';
import { type Frame, type FrameError, parseFrame, type RevokedSubscription } from './frame';
import { createSilenceTimer } from './silence-timer';

/**
 * The parts of a browser's WebSocket that EventSub needs. There is no `send`, because Twitch closes
 * the connection with 4001 when a client sends anything.
 * See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
 */
export interface Socket {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  /** Every end is reported here. An error of the network, DNS or a certificate has code 1006. */
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
  close(): void;
}

/** Why a connection ended. */
export type SocketEnd =
  | { reason: 'closed'; code: number }
  | { reason: 'silent' }
  | { reason: 'no_welcome' }
  | { reason: 'dismissed' };

/** The events of one connection. */
export interface SocketEvents {
  /** Called for every frame. `sentAt` is when Twitch sent it, by this computer's clock. */
  frameReceived(sentAt: number): void;
  welcomed(sessionId: string): void;
  notificationReceived(notification: Notification): void;
  subscriptionRevoked(subscription: RevokedSubscription): void;
  /** Called when Twitch asks to move the session to another socket. */
  reconnectRequested(url: string): void;
  frameDiscarded(error: FrameError): void;
  /** Called exactly once. The socket is closed by then, on either side. */
  ended(end: SocketEnd): void;
}

/** One socket to EventSub, from opening to end. */
export interface SocketConnection {
  /** Closes the socket. */
  dismiss(): void;
  /** Ends the connection if it was silent for too long, for example while the computer slept. */
  check(): void;
}

const WELCOME_WITHIN_MS = 15 * SECOND;
/** Twitch sends something within every keepalive window. Twice that leaves room for jitter. */
const SILENCE_FACTOR = 2;
/** The close code of browsers for a connection that was not closed properly. */
const ABNORMAL_CLOSURE = 1006;

/**
 * Opens a connection. Calls `events` only after it has returned. If the browser cannot create the
 * socket, the connection ends like any other that fails.
 */
export function createSocketConnection(
  openSocket: () => Socket,
  clock: Clock,
  events: SocketEvents,
): SocketConnection {
  let socket: Socket | null = null;
  let isEnded = false;
  let isWelcomed = false;
  const toLocalTime = createClockOffset();
  const silence = createSilenceTimer(clock, WELCOME_WITHIN_MS, () =>
    end({ reason: isWelcomed ? 'silent' : 'no_welcome' }),
  );

  function end(how: SocketEnd): void {
    if (isEnded) return;
    isEnded = true;
    silence.stop();
    socket?.close();
    events.ended(how);
  }

  function onMessage(data: unknown): void {
    if (isEnded) return;
    silence.restart();
    const parsed = parseFrame(data);
    const sentAt = parsed.ok ? parsed.sentAt : null;
    events.frameReceived(toLocalTime({ sentAt, now: clock.now() }));
    if (!parsed.ok) events.frameDiscarded(parsed.error);
    else if (parsed.frame.kind === 'welcome') onWelcome(parsed.frame);
    // Before the welcome there is no session that could move.
    else if (isWelcomed || parsed.frame.kind !== 'reconnect') dispatch(parsed.frame, events);
  }

  function onWelcome({ sessionId, keepaliveSeconds }: Frame & { kind: 'welcome' }): void {
    // Twitch delivers at least once, but a session starts only once.
    if (isWelcomed) return;
    isWelcomed = true;
    silence.setLimit(keepaliveSeconds * SILENCE_FACTOR * SECOND);
    events.welcomed(sessionId);
  }

  try {
    socket = openSocket();
    socket.addEventListener('message', ({ data }) => onMessage(data));
    socket.addEventListener('close', ({ code }) => end({ reason: 'closed', code }));
  } catch {
    queueMicrotask(() => end({ reason: 'closed', code: ABNORMAL_CLOSURE }));
  }

  return { dismiss: () => end({ reason: 'dismissed' }), check: silence.check };
}

function dispatch(frame: Exclude<Frame, { kind: 'welcome' }>, events: SocketEvents): void {
  switch (frame.kind) {
    case 'notification':
      return events.notificationReceived(frame.notification);
    case 'reconnect':
      return events.reconnectRequested(frame.url);
    case 'revocation':
      return events.subscriptionRevoked(frame.subscription);
    case 'keepalive':
      return;
  }
}
