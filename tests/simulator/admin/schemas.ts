import * as z from 'zod/mini';
import { SCENARIO_NAMES } from '../scenario/scenarios.ts';

/** The body of `POST /events`. */
export const eventSchema = z.strictObject({
  type: z.string().check(z.minLength(1)),
  version: z.optional(z.string()),
  condition: z.optional(z.record(z.string(), z.string())),
  event: z.record(z.string(), z.unknown()),
  message_id: z.optional(z.string().check(z.minLength(1))),
  message_timestamp: z.optional(z.string().check(z.minLength(1))),
});

/** The body of `POST /live`; `streamer` is a login or an id. */
export const liveSchema = z.strictObject({
  streamer: z.string(),
  live: z.optional(z.boolean()),
  stream_id: z.optional(z.string().check(z.regex(/^\d+$/))),
  title: z.optional(z.string()),
  category: z.optional(z.string()),
  viewers: z.optional(z.int().check(z.nonnegative())),
  language: z.optional(z.string()),
  labels: z.optional(z.array(z.string())),
});

/** The body of `POST /users`; `user` is a login or an id. */
export const userSchema = z.strictObject({
  user: z.string(),
  login: z.optional(z.string().check(z.regex(/^[a-z0-9]\w{0,24}$/))),
  name: z.optional(z.string().check(z.minLength(1))),
  gone: z.optional(z.boolean()),
});

/** The body of `POST /missed`: an event that Helix lists but that is not sent. */
export const missedSchema = z.strictObject({
  type: z.string().check(z.minLength(1)),
  event: z.record(z.string(), z.unknown()),
});

/**
 * The body of `POST /scenario`; the name `stop` ends the running scenario. `streamers` are the
 * logins or ids of those who take part in `several`.
 */
export const scenarioSchema = z.strictObject({
  name: z.enum([...SCENARIO_NAMES, 'stop']),
  seed: z._default(z.int(), 1),
  speed: z._default(z.number().check(z.positive()), 1),
  streamers: z.optional(z.array(z.string()).check(z.minLength(1))),
});

export type EventInput = z.input<typeof eventSchema>;
export type LiveInput = z.input<typeof liveSchema>;
export type MissedInput = z.input<typeof missedSchema>;
export type UserInput = z.input<typeof userSchema>;
export type ScenarioInput = z.input<typeof scenarioSchema>;

/** Returns the errors of a body in one line. */
export function explain(error: z.core.$ZodError): string {
  return error.issues
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
    .join('; ');
}
