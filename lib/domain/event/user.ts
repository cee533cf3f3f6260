/** A Twitch user as an event names them. Twitch can leave out each field; then it is `null`. */
export interface User {
  id: string | null;
  login: string | null;
  name: string | null;
}

/**
 * A user whose login is known. Display name and login stay apart, because the name may be written
 * from right to left, which the login never is, and because the login leads to the channel.
 */
export interface NamedUser {
  name: string;
  login: string;
}

/** Returns true if a display name is more than the login in other letter case. */
export function differsFromLogin({ name, login }: NamedUser): boolean {
  return name.toLowerCase() !== login.toLowerCase();
}
