import { type Clock, SECOND } from '@/lib/time';
import type { Notification } from '@/lib/twitch/payload/notification';
import { createClockOffset } from './clock-offset';
import { type Frame, type FrameError, parseFrame, type RevokedSubscription } from './frame';

/** The parts of a browser's WebSocket that EventSub needs. There is no `send`: 4001 is the price. */
export interface Socket {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  /** Comes after every end, also after an error: that of a network, a name or a certificate is 1006. */
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
  close(): void;
}

/** Why a connection ended. */
export type SocketEnd =
  | { reason: 'closed'; code: number }
  | { reason: 'silent' }
  | { reason: 'no_welcome' }
  | { reason: 'dismissed' };

/** What a connection tells its owner. */
export interface SocketEvents {
  /** Twitch said something, whatever it was, and sent it at that time by this computer's clock. */
  frameReceived(sentAt: number): void;
  welcome(sessionId: string): void;
  notification(notification: Notification): void;
  revocation(subscription: RevokedSubscription): void;
  reconnect(url: string): void;
  discarded(fault: FrameError): void;
  /** Exactly once; the socket is closed by then, whoever closed it. */
  ended(end: SocketEnd): void;
}

/** One socket to EventSub, from its opening to its end. */
export interface SocketConnection {
  dismiss(): void;
  /** Ends the connection if it has been silent for too long, as after a machine's sleep. */
  check(): void;
}

const WELCOME_WITHIN_MS = 15 * SECOND;
/** Twitch sends something within every keepalive window; twice that leaves room for jitter. */
const SILENCE_FACTOR = 2;
/** What browsers report for a connection that was never properly closed. */
const ABNORMAL_CLOSURE = 1006;

/**
 * Opens a connection and reports to `events`, never before it has returned. A socket that can't even
 * be made is told like any other that fails.
 */
export function createSocketConnection(
  openSocket: () => Socket,
  clock: Clock,
  events: SocketEvents,
): SocketConnection {
  let socket: Socket | null = null;
  let isEnded = false;
  let allowedSilenceMs = WELCOME_WITHIN_MS;
  const sentTimes = createClockOffset();
  let lastHeard = clock.now();
  let hasWelcome = false;
  let stopTimer = clock.after(allowedSilenceMs, onSilence);

  function end(how: SocketEnd): void {
    if (isEnded) return;
    isEnded = true;
    stopTimer();
    socket?.close();
    events.ended(how);
  }

  function onSilence(): void {
    end({ reason: hasWelcome ? 'silent' : 'no_welcome' });
  }

  function heard(): void {
    lastHeard = clock.now();
    stopTimer();
    stopTimer = clock.after(allowedSilenceMs, onSilence);
  }

  function dispatch(frame: Frame): void {
    switch (frame.kind) {
      case 'welcome':
        // Twitch delivers at least once; a session begins once.
        if (hasWelcome) return;
        hasWelcome = true;
        allowedSilenceMs = frame.keepaliveSeconds * SILENCE_FACTOR * SECOND;
        heard();
        return events.welcome(frame.sessionId);
      case 'notification':
        return events.notification(frame.notification);
      case 'reconnect':
        // Without a session there is nothing to hand over.
        return hasWelcome ? events.reconnect(frame.url) : undefined;
      case 'revocation':
        return events.revocation(frame.subscription);
      case 'keepalive':
        return;
    }
  }

  function onMessage(data: unknown): void {
    if (isEnded) return;
    heard();
    const parsed = parseFrame(data);
    events.frameReceived(sentTimes({ sentAt: parsed.ok ? parsed.sentAt : null, now: lastHeard }));
    if (parsed.ok) dispatch(parsed.frame);
    else events.discarded(parsed.fault);
  }

  try {
    socket = openSocket();
    socket.addEventListener('message', ({ data }) => onMessage(data));
    socket.addEventListener('close', ({ code }) => end({ reason: 'closed', code }));
  } catch {
    queueMicrotask(() => end({ reason: 'closed', code: ABNORMAL_CLOSURE }));
  }

  return {
    dismiss: () => end({ reason: 'dismissed' }),
    check: () => {
      if (clock.now() - lastHeard > allowedSilenceMs) onSilence();
    },
  };
}
