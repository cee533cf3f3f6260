import type { WebSocket } from 'ws';
import type { Cancel, Timers } from '../../core/timers.ts';

/** Options of startPings. */
export interface PingsOptions {
  socket: WebSocket;
  timers: Pick<Timers, 'after'>;
  pingMs: number;
  pongMs: number;
  /** Called when a pong did not arrive in time. */
  onMissingPong(): void;
}

/** Sends WebSocket pings until the returned function is called. */
export function startPings({ socket, timers, pingMs, pongMs, onMissingPong }: PingsOptions) {
  let isStopped = false;
  let cancel: Cancel;

  function awaitPong(): void {
    socket.ping();
    cancel = timers.after(pongMs, onMissingPong);
  }

  socket.on('pong', () => {
    if (isStopped) return;
    cancel();
    cancel = timers.after(pingMs, awaitPong);
  });
  cancel = timers.after(pingMs, awaitPong);

  return (): void => {
    isStopped = true;
    cancel();
  };
}
