/** A token with its user and client. */
export interface Credentials {
  readonly userId: string;
  readonly clientId: string;
  /** Read at each request: a token may be replaced by another one of the same user and client. */
  readonly token: string;
}
