import type { Ending } from './connection.ts';

/** What the subscriptions of a session are called after the server closed it with that code. */
const STATUS_BY_CODE: ReadonlyMap<number, string> = new Map([
  [4000, 'websocket_internal_error'],
  [4001, 'websocket_received_inbound_traffic'],
  [4002, 'websocket_failed_ping_pong'],
  [4003, 'websocket_connection_unused'],
  [4004, 'websocket_failed_to_reconnect'],
  [4005, 'websocket_network_timeout'],
  [4006, 'websocket_network_error'],
  [4007, 'websocket_failed_to_reconnect'],
]);

/** The status of a session's subscriptions once its socket has ended that way. */
export function statusAfterClose({ by, code }: Ending): string {
  if (by === 'lost') return 'websocket_failed_ping_pong';
  if (by === 'client') return 'websocket_disconnected';
  return STATUS_BY_CODE.get(code) ?? 'websocket_disconnected';
}
