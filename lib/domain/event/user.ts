/** A Twitch user as an event names them. Twitch can leave out each field; then it is `null`. */
export interface User {
  id: string | null;
  login: string | null;
  name: string | null;
}
