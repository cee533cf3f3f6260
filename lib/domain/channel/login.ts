const LOGIN = /^[a-z0-9][a-z0-9_]{0,24}$/;

/**
 * Returns a name in lower case if it can be the login of a Twitch user, else `null`. Twitch allows
 * letters, digits and underscores, at most 25.
 */
export function parseLogin(name: string): string | null {
  const login = name.toLowerCase();
  return LOGIN.test(login) ? login : null;
}
