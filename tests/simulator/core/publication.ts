/** An event to send, as a test or a scenario asks for it. */
export interface Publication {
  type: string;
  version?: string | undefined;
  /** Limits delivery to subscriptions with these condition values, whatever the event contains. */
  condition?: Readonly<Record<string, string>> | undefined;
  event: Readonly<Record<string, unknown>>;
  message_id?: string | undefined;
  message_timestamp?: string | undefined;
}
