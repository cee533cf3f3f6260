/** The steps of the set-up: sign in, pick streamers, watch. */
export const SET_UP_STEPS = 3;

/** A step of the set-up that is not done; its number is that of the step, from 1. */
export type SetUpStep = 1 | 2;

/**
 * Returns the step at which the set-up stands; `null` once there is a streamer to follow: watching
 * needs nothing more. A sign-in that Twitch has ended does not begin the set-up again.
 */
export function setUpStepOf(index: {
  account: unknown;
  streamers: readonly unknown[];
}): SetUpStep | null {
  if (index.streamers.length > 0) return null;
  return index.account === null ? 1 : 2;
}
