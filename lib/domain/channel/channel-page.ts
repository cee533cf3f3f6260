import { parseUserName } from './user-name';

/** First path segments of www.twitch.tv that are Twitch's own pages, not channels. */
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

/** Segments that stand before the channel's name. */
const BEFORE_NAME: ReadonlySet<string> = new Set(['popout', 'moderator', 'u']);

/** The login of the channel that an address path on www.twitch.tv belongs to, or `null`. */
export function channelOfPath(pathname: string): string | null {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  while (segments[0] !== undefined && BEFORE_NAME.has(segments[0])) segments.shift();
  const first = segments[0]?.toLowerCase();
  if (first === undefined || OWN_PAGES.has(first)) return null;
  return parseUserName(first);
}

/**
 * The address of a channel's page, where its stream and chat are. For what can't be a login, as a
 * synced setting might hold, it is Twitch's front page: never another site.
 */
export function channelUrl(login: string): string {
  return `https://www.twitch.tv/${parseUserName(login) ?? ''}`;
}

/** The address of a recording's page, or `null` for what can't be the id of one. */
export function vodUrl(videoId: string): string | null {
  return /^\d+$/.test(videoId) ? `https://www.twitch.tv/videos/${videoId}` : null;
}
