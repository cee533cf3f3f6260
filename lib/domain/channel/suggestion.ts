import type { Streamer } from './channel';
import { parseUserName } from './user-name';

/** A channel that is offered while the user types whom to follow. */
export interface Suggestion extends Streamer {
  isLive: boolean;
}

/** More would not fit into the popup without scrolling. */
const MOST = 8;

/** How a channel's names fit what is wanted, the best first. */
const FITS = [
  (name: string, wanted: string) => name === wanted,
  (name: string, wanted: string) => name.startsWith(wanted),
  (name: string, wanted: string) => name.includes(wanted),
];

/** Without case and accents, which people leave out. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * What to look for, given what was typed: the user name in it, in whatever form, else the words
 * themselves. Empty where there is nothing to look for, as in an address that names no channel.
 */
export function searchTextOf(typed: string): string {
  const userName = parseUserName(typed);
  if (userName !== null) return userName;
  return typed.includes('/') ? '' : typed.trim().toLowerCase();
}

/** The place of a channel among `FITS`; their number when it fits in no such way. */
function fitOf({ login, name }: Suggestion, wanted: string): number {
  const names = [login, fold(name)];
  const fit = FITS.findIndex((fits) => names.some((one) => fits(one, wanted)));
  return fit === -1 ? FITS.length : fit;
}

/** Those that fit at least as well as `worst`, the best first, else in the order they were given. */
function bestOf(channels: readonly Suggestion[], wanted: string, worst: number): Suggestion[] {
  return channels
    .map((channel) => ({ channel, fit: fitOf(channel, wanted) }))
    .filter(({ fit }) => fit <= worst)
    .toSorted((a, b) => a.fit - b.fit)
    .map(({ channel }) => channel);
}

/**
 * What to suggest for `text`: of the followed channels those whose names bear it, then what Twitch
 * found, by whatever Twitch found it. Each at most once, and few enough to be read at a glance.
 */
export function rankSuggestions(
  text: string,
  followed: readonly Suggestion[],
  found: readonly Suggestion[],
): Suggestion[] {
  const wanted = fold(text);
  const ranked = [
    ...bestOf(followed, wanted, FITS.length - 1),
    ...bestOf(found, wanted, FITS.length),
  ];
  const unique = new Map<string, Suggestion>();
  for (const channel of ranked) if (!unique.has(channel.id)) unique.set(channel.id, channel);
  return [...unique.values()].slice(0, MOST);
}
