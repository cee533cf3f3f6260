import { parseLogin } from './login';

// Not in the file that reads addresses: the popup would carry the list of Twitch's pages.
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

/** Returns the address of the channel of a user, or `null` for a text that cannot be a login. */
export function userUrl(login: string): string | null {
  return /^[a-z0-9_]{1,25}$/.test(login) ? `https://www.twitch.tv/${login}` : null;
}
