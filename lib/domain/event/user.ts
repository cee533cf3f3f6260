/** A Twitch user as events name them; `null` members are what Twitch withheld. */
export interface User {
  id: string | null;
  login: string | null;
  name: string | null;
}
