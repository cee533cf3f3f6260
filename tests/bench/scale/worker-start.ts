/** What the worker of a viewer asks of Twitch when it starts. docs/scaling.md calculates with it. */

/** A subscription of the plan. */
interface StartSubscription {
  type: string;
  version: string;
  /** What it costs of the 10 that Twitch allows. */
  cost: 0 | 1;
}

/** The subscriptions of a viewer who granted no further scopes, in the order of the requests. */
export const VIEWER_SUBSCRIPTIONS: readonly StartSubscription[] = [
  { type: 'channel.chat.notification', version: '1', cost: 0 },
  { type: 'channel.chat.message', version: '1', cost: 0 },
  { type: 'stream.online', version: '1', cost: 1 },
  { type: 'stream.offline', version: '1', cost: 1 },
  { type: 'channel.update', version: '2', cost: 1 },
  { type: 'channel.raid', version: '1', cost: 1 },
];

/** The requests for names, broadcasts and the channel, while the favorite is offline. */
export const START_READS: readonly string[] = [
  '/users?id=200&id=100',
  '/streams?user_id=100',
  '/channels?broadcaster_id=100',
  '/videos?user_id=100&type=archive&first=20',
  '/videos?user_id=100&type=archive&first=1',
];

/** What the subscriptions of one session cost. */
export const SESSION_COST = VIEWER_SUBSCRIPTIONS.reduce((sum, { cost }) => sum + cost, 0);

/**
 * The requests to Helix, one point each, when a worker starts after another one: it deletes the
 * subscriptions of that one, creates its own, and reads what may have changed.
 */
export const POINTS_OF_RESTART = 2 * VIEWER_SUBSCRIPTIONS.length + START_READS.length;

/** The requests to Helix when there was no worker before. */
export const POINTS_OF_FIRST_START = POINTS_OF_RESTART - VIEWER_SUBSCRIPTIONS.length;
