import type { Ending } from './connection.ts';

/**
 * The status that subscriptions get after the server closed their session with that code. See
 * https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
 */
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

/** Returns the status of a session's subscriptions after its socket ended. */
export function statusAfterClose({ by, code }: Ending): string {
  if (by === 'lost') return 'websocket_failed_ping_pong';
  if (by === 'client') return 'websocket_disconnected';
  return STATUS_BY_CODE.get(code) ?? 'websocket_disconnected';
}
