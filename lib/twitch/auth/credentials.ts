/** A token with its user, client and scopes. */
export interface Credentials {
  readonly userId: string;
  readonly clientId: string;
  /** Read at each request: a token may be replaced by another one of the same user and client. */
  readonly token: string;
  readonly scopes: readonly string[];
}
