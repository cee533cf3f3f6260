import * as z from 'zod/mini';
import type { Person } from '@/lib/domain/event';

/**
 * Fields as Twitch really sends them: any may be missing or null where the documents say it is
 * there, so absence has one meaning each and is never an error.
 */
export const maybeText = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => (value === undefined || value === '' ? null : value)),
);
export const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? ''),
);
export const count = z.pipe(
  z.nullish(z.number()),
  z.transform((value) => value ?? 0),
);
export const maybeCount = z.pipe(
  z.nullish(z.number()),
  z.transform((value) => value ?? null),
);
export const flag = z.pipe(
  z.nullish(z.boolean()),
  z.transform((value) => value ?? false),
);

/**
 * A total a gifter may keep to themself. Twitch says null for that, and often 0
 * (twitchdev/issues#1156), which no one who has just gifted can have.
 */
export const sharedTotal = z.pipe(
  z.nullish(z.number()),
  z.transform((value) => (value ? value : null)),
);

/** What a viewer wrote; all that is kept of it is its text. */
export const words = z.pipe(
  z.nullish(z.object({ text })),
  z.transform((value) => value?.text ?? ''),
);

export const broadcaster = {
  broadcaster_user_id: z.string(),
  broadcaster_user_name: z.string(),
};

export const sourceBroadcaster = {
  source_broadcaster_user_id: maybeText,
  source_broadcaster_user_login: maybeText,
  source_broadcaster_user_name: maybeText,
};

/** Twitch names users by id, login and display name; nobody at all is `null`. */
export function personOrNull(
  id: string | null,
  login: string | null,
  name: string | null,
): Person | null {
  return id === null && login === null && name === null ? null : { id, login, name };
}
