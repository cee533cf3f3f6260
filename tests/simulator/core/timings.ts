/** Every waiting time that Twitch keeps, so that a test need not sit through the real ones. */
export interface Timings {
  /** From the welcome, or from the loss of the last subscription, to close code 4003. */
  firstSubscriptionMs: number;
  /** From `session_reconnect` to close code 4004. */
  reconnectGraceMs: number;
  /** How long a session whose socket vanished without a close frame still counts as alive. */
  deadSessionMs: number;
  /** How long a disabled subscription stays in the list. */
  disabledListedMs: number;
  /** Between two WebSocket pings. */
  pingMs: number;
  /** How long a pong may take before close code 4002. */
  pongMs: number;
  /** The length of one second of `keepalive_timeout_seconds`. */
  keepaliveSecondMs: number;
}

export const TWITCH_TIMINGS: Timings = {
  firstSubscriptionMs: 10_000,
  reconnectGraceMs: 30_000,
  deadSessionMs: 5_000,
  disabledListedMs: 60_000,
  pingMs: 30_000,
  pongMs: 10_000,
  keepaliveSecondMs: 1_000,
};
