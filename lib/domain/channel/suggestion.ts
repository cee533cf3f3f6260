import type { Streamer } from './channel';
import { cleanTyped, isAddress, parseUserName } from './user-name';

/** A channel that is suggested while the user types the name of a streamer. */
export interface Suggestion extends Streamer {
  isLive: boolean;
  /** What is on. Only for followed channels that are live, suggested before anything is typed. */
  stream?: StreamSummary;
}

/** A live stream in a few words. */
export interface StreamSummary {
  title: string;
  category: string;
  viewers: number;
}

/** The most channels to suggest. More would not fit into the popup without scrolling. */
export const MAX_SUGGESTIONS = 8;

/** The ways in which a name can match the search text, the best first. */
const MATCHES = [
  (name: string, searched: string) => name === searched,
  (name: string, searched: string) => name.startsWith(searched),
  (name: string, searched: string) => name.includes(searched),
];

/** Removes case and accents, which people leave out when they type. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Returns the text to search for, from the text that the user typed: the user name in it, in any
 * form, or else the words themselves. Empty if there is nothing to search for, as in an address
 * that names no channel.
 */
export function searchTextOf(typed: string): string {
  const userName = parseUserName(typed);
  if (userName !== null) return userName;
  const words = cleanTyped(typed).toLowerCase();
  return isAddress(words) ? '' : words;
}

/** Returns the rank of the best match of a channel; `MATCHES.length` if nothing matches. */
function rankOf({ login, name }: Suggestion, searched: string): number {
  const names = [login, fold(name)];
  const rank = MATCHES.findIndex((matches) =>
    names.some((candidate) => matches(candidate, searched)),
  );
  return rank === -1 ? MATCHES.length : rank;
}

/** Returns the channels of rank `worst` or better, best first; equals keep their order. */
function bestOf(channels: readonly Suggestion[], searched: string, worst: number): Suggestion[] {
  return channels
    .map((channel) => ({ channel, rank: rankOf(channel, searched) }))
    .filter(({ rank }) => rank <= worst)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ channel }) => channel);
}

/**
 * Returns the channels to suggest for `text`: first the followed channels whose name matches, then
 * everything that Twitch found. Each channel is there once, and the list is short enough to read at
 * a glance.
 */
export function rankSuggestions(
  text: string,
  followed: readonly Suggestion[],
  found: readonly Suggestion[],
): Suggestion[] {
  const searched = fold(text);
  const ranked = [
    ...bestOf(followed, searched, MATCHES.length - 1),
    ...bestOf(found, searched, MATCHES.length),
  ];
  const unique = new Map<string, Suggestion>();
  for (const channel of ranked) if (!unique.has(channel.id)) unique.set(channel.id, channel);
  return [...unique.values()].slice(0, MAX_SUGGESTIONS);
}
