const USER_NAME = /^[a-z0-9][a-z0-9_]{0,24}$/;

/**
 * Reads a Twitch user name as people type it: in any case, with an `@`, or as the address of a
 * channel. Returns the login in lower case, or `null` if the text cannot be one. Twitch allows
 * letters, digits and underscores, at most 25.
 */
export function parseUserName(text: string): string | null {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.|m\.)?twitch\.tv\/(?:(?:popout|moderator|u)\/)*/, '')
    .replace(/^@/, '')
    .replace(/[/?#].*$/, '');
  return USER_NAME.test(name) ? name : null;
}
