/** An event that a test or a scenario sends. */
export interface Publication {
  type: string;
  version?: string | undefined;
  /** Limits delivery to subscriptions with these condition values, regardless of the event's fields. */
  condition?: Readonly<Record<string, string>> | undefined;
  event: Readonly<Record<string, unknown>>;
  message_id?: string | undefined;
  message_timestamp?: string | undefined;
}
