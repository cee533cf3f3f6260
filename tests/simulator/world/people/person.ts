/** A Twitch user: `login` is the lower-case handle, `name` the display name. */
export interface Person {
  id: string;
  login: string;
  name: string;
}
