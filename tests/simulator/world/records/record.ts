import * as z from 'zod/mini';

/** Keeps what an event tells; false when the event lacks what Helix would need of it. */
export type Note = (type: string, event: unknown) => boolean;

export const text = z.string();
export const count = z._default(z.int(), 0);

/** The channel of most events. */
export const channel = {
  broadcaster_user_id: text,
  broadcaster_user_login: text,
  broadcaster_user_name: text,
};

type Channel = { [K in keyof typeof channel]: string };

/** The channel under the keys of Helix. */
export function channelInHelix(event: Channel) {
  return {
    broadcaster_id: event.broadcaster_user_id,
    broadcaster_login: event.broadcaster_user_login,
    broadcaster_name: event.broadcaster_user_name,
  };
}

export function secondsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1_000);
}
