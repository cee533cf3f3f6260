import { parseUserName } from './user-name';

/** First path segments on www.twitch.tv that are Twitch's own pages, not channels. */
const OWN_PAGES: ReadonlySet<string> = new Set([
  'activate',
  'broadcast',
  'collections',
  'directory',
  'downloads',
  'drops',
  'embed',
  'event',
  'friends',
  'inventory',
  'jobs',
  'login',
  'logout',
  'messages',
  'p',
  'payments',
  'prime',
  'privacy',
  'products',
  'search',
  'settings',
  'signup',
  'store',
  'subscriptions',
  'team',
  'turbo',
  'user',
  'videos',
  'wallet',
]);

/** Path segments that can precede the login. */
const PREFIXES: ReadonlySet<string> = new Set(['popout', 'moderator', 'u']);

/** Returns the login of the channel that a path on www.twitch.tv belongs to, or `null`. */
export function channelOfPath(pathname: string): string | null {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  while (segments[0] !== undefined && PREFIXES.has(segments[0])) segments.shift();
  const first = segments[0]?.toLowerCase();
  if (first === undefined || OWN_PAGES.has(first)) return null;
  return parseUserName(first);
}

/**
 * Returns the address of the page of a channel. For a text that cannot be a login, which a synced
 * setting may contain, it is Twitch's front page and never another site.
 */
export function channelUrl(login: string): string {
  return `https://www.twitch.tv/${parseUserName(login) ?? ''}`;
}

/** Returns the address of a VOD, or `null` for a text that cannot be the id of one. */
export function vodUrl(videoId: string): string | null {
  return /^\d+$/.test(videoId) ? `https://www.twitch.tv/videos/${videoId}` : null;
}
