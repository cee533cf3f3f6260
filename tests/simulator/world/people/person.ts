/** Someone with a Twitch account: `login` is the lower-case handle, `name` what is displayed. */
export interface Person {
  id: string;
  login: string;
  name: string;
}
