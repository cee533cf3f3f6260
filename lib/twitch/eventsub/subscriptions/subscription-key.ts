/** The type and condition of a subscription. Twitch keeps one of each per session. */
export interface SubscriptionIdentity {
  type: string;
  condition: Readonly<Record<string, string>>;
}

/** A subscription as Twitch describes it. */
interface DescribedSubscription {
  type: string;
  condition: Readonly<Record<string, unknown>>;
}

/**
 * Returns a text that is the same for the same type and condition, and for nothing else. The type
 * alone is not enough: a plan may have `channel.raid` once for each direction.
 */
export function subscriptionKey({ type, condition }: SubscriptionIdentity): string {
  const parameters = new URLSearchParams(condition);
  parameters.sort();
  return `${type}?${parameters.toString()}`;
}

/**
 * Returns true if Twitch describes the planned subscription. Twitch may describe more of the
 * condition than was requested, such as an empty `to_broadcaster_user_id` of outgoing raids.
 */
export function isSameSubscription(
  planned: SubscriptionIdentity,
  described: DescribedSubscription,
): boolean {
  return (
    planned.type === described.type &&
    Object.entries(planned.condition).every(([name, id]) => described.condition[name] === id)
  );
}

/**
 * Returns the planned subscriptions that a revocation ends. If its condition fits none of them, it
 * ends every one of its type: Twitch sends a revocation only once, so a subscription that is
 * wrongly kept would stay silent forever, while one that is wrongly dropped is requested again.
 * See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
 */
export function endedBy<Planned extends SubscriptionIdentity>(
  revoked: DescribedSubscription,
  plan: readonly Planned[],
): Planned[] {
  const ended = plan.filter((planned) => isSameSubscription(planned, revoked));
  return ended.length > 0 ? ended : plan.filter(({ type }) => type === revoked.type);
}
