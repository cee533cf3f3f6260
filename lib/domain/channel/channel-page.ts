import { parseLogin } from './login';

/**
 * First path segments on www.twitch.tv that are Twitch's own pages, not channels. Not a set: a
 * bundle that needs only {@link channelUrl} leaves out a regular expression.
 */
const OWN_PAGE =
  /^(?:activate|annual-recap|bits|bits-checkout|broadcast|category|checkout|clips?|collections|communities|dashboard|directory|downloads?|drops|events?|following|friends|inventory|jobs|login|logout|messages|notifications|p|partner|payments|prime|privacy|products|redeem|search|settings|signup|store|streams|subscriptions|teams?|turbo|users?|videos?|wallet)$/;

/** Path segments that can precede the login, as in `/popout/moderator/<login>/chat`. */
const PREFIX = /^(?:embed|mod|moderator|popout|subs|u)$/;

/** Returns the login of the channel that a path on www.twitch.tv belongs to, or `null`. */
export function channelOfPath(pathname: string): string | null {
  const segments = pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  const first = segments.find((segment) => !PREFIX.test(segment));
  return first === undefined || OWN_PAGE.test(first) ? null : parseLogin(first);
}

/**
 * Returns the address of the page of a channel. For a text that cannot be a login, which a synced
 * setting may contain, it is Twitch's front page and never another site.
 */
export function channelUrl(login: string): string {
  return `https://www.twitch.tv/${parseLogin(login) ?? ''}`;
}

/** Returns the address of a VOD, or `null` for a text that cannot be the id of one. */
export function vodUrl(videoId: string): string | null {
  return /^\d+$/.test(videoId) ? `https://www.twitch.tv/videos/${videoId}` : null;
}
