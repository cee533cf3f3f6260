/**
 * All of Twitch's waiting times, and the limit that counts within one. A test passes others.
 * Source: https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
 */
export interface Timings {
  /** From the welcome, or from the end of the last subscription, to close code 4003. */
  firstSubscriptionMs: number;
  /** From `session_reconnect` to close code 4004. */
  reconnectGraceMs: number;
  /** The time that a session counts as alive after its socket ended without a close frame. */
  deadSessionMs: number;
  /** The time that a disabled subscription stays in the list. */
  disabledListedMs: number;
  /** Between two WebSocket pings. */
  pingMs: number;
  /** The longest wait for a pong before close code 4002. */
  pongMs: number;
  /** The length of one second of `keepalive_timeout_seconds`. */
  keepaliveSecondMs: number;
  /** The time in which a user may join no more than `maxJoins` chat rooms. */
  joinWindowMs: number;
  /** See https://dev.twitch.tv/docs/chat/#rate-limits */
  maxJoins: number;
}

export const TWITCH_TIMINGS: Timings = {
  firstSubscriptionMs: 10_000,
  reconnectGraceMs: 30_000,
  deadSessionMs: 5_000,
  disabledListedMs: 60_000,
  pingMs: 30_000,
  pongMs: 10_000,
  keepaliveSecondMs: 1_000,
  joinWindowMs: 10_000,
  maxJoins: 20,
};
