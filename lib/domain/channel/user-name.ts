import { channelOfPath } from './channel-page';
import { parseLogin } from './login';

/** Characters that take part in no name and are not seen. People copy them without knowing it. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|(?!\s)\p{Cc}/gu;

/** The pages that embed a channel, which they name in their query. */
const PLAYER_HOST = /^(?:player|embed)\.twitch\.tv$/;

/**
 * Removes what cannot be seen from a text that the user typed or pasted: invisible characters, and
 * spaces at both ends. Replaces full-width letters and signs, as East Asian keyboards type them.
 */
export function cleanTyped(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKC').trim();
}

/** Returns true if the text looks like the address of a page, and not like a name. */
export function isAddress(text: string): boolean {
  return /[./?#]/.test(text);
}

/** Returns the address as a URL. Without a host, it is one of www.twitch.tv. */
function urlOf(address: string): URL | null {
  const rest = address.replace(/^(?:https?:)?\/\//i, '');
  const hasHost = rest !== address || /^[^/?#]*\./.test(rest);
  const url = `https://${hasHost ? rest : `www.twitch.tv/${rest}`}`;
  return URL.canParse(url) ? new URL(url) : null;
}

/** Returns the login of the channel that an address names, or `null`. */
function channelOfAddress(address: string): string | null {
  const url = urlOf(address);
  if (url === null) return null;
  const { hostname, pathname, searchParams } = url;
  if (/^(?:(?:www|m)\.)?twitch\.tv$/.test(hostname)) return channelOfPath(pathname);
  if (PLAYER_HOST.test(hostname)) return parseLogin(searchParams.get('channel') ?? '');
  const isOnDashboard = hostname === 'dashboard.twitch.tv' && /\/u\//i.test(pathname);
  return isOnDashboard ? channelOfPath(pathname) : null;
}

/**
 * Reads a Twitch user name as people type it: in any case, with an `@`, or as the address of a page
 * that belongs to a channel. Returns the login, or `null` if the text cannot be one.
 */
export function parseUserName(text: string): string | null {
  const typed = cleanTyped(text).replace(/^@/, '');
  return isAddress(typed) ? channelOfAddress(typed) : parseLogin(typed);
}
