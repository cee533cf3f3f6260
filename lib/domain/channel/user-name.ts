const USER_NAME = /^[a-z0-9][a-z0-9_]{0,24}$/;

/**
 * Reads a Twitch user name as people type it: any case, with an `@`, or a channel's whole address.
 * Gives the login in lower case, or `null` when it can't be one (letters, digits and underscores,
 * at most 25, as Twitch allows).
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
