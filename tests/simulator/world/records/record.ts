import * as z from 'zod/mini';

/** Stores an event; returns false if the event lacks a field that Helix needs. */
export type StoreEvent = (type: string, event: unknown) => boolean;

export const text = z.string();
export const count = z._default(z.int(), 0);

/** The fields with which most events name their channel. */
export const channel = {
  broadcaster_user_id: text,
  broadcaster_user_login: text,
  broadcaster_user_name: text,
};

type Channel = { [K in keyof typeof channel]: string };

/** Returns the channel under the field names of Helix. */
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
