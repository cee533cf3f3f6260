import * as z from 'zod/mini';
import type { HelixClient } from './client';
import { parseRow } from './parse-row';

/** An EventSub subscription to create. */
export interface SubscriptionRequest {
  type: string;
  version: string;
  condition: Readonly<Record<string, string>>;
}

/** An EventSub subscription that exists at Twitch. */
export interface ExistingSubscription {
  id: string;
  type: string;
  condition: Record<string, unknown>;
  /** `null` for a subscription that does not use a WebSocket. */
  sessionId: string | null;
}

const subscriptionSchema = z.object({
  id: z.string(),
  type: z.string(),
  condition: z.record(z.string(), z.unknown()),
  transport: z.object({ session_id: z.optional(z.string()) }),
});

const pageSchema = z.object({ data: z.array(subscriptionSchema) });

function toExisting({
  transport,
  ...subscription
}: z.infer<typeof subscriptionSchema>): ExistingSubscription {
  return { ...subscription, sessionId: transport.session_id ?? null };
}

/**
 * Creates a subscription for a WebSocket session and returns its id. `userId` is the user of the
 * token: https://dev.twitch.tv/docs/api/reference/#create-eventsub-subscription
 */
export async function createSessionSubscription(
  client: HelixClient,
  userId: string,
  { type, version, condition }: SubscriptionRequest,
  sessionId: string,
): Promise<string> {
  const transport = { method: 'websocket', session_id: sessionId } as const;
  const { eventSub } = client;
  const created = await eventSub.createSubscription(type, version, condition, transport, userId);
  return created.id;
}

/** Returns all of the user's subscriptions of a type, also those of other sessions. */
export async function readSubscriptionsOfType(
  client: HelixClient,
  type: string,
): Promise<ExistingSubscription[]> {
  const page = await client.eventSub.getSubscriptionsForType(type);
  return page.data.map((row) => toExisting(parseRow(subscriptionSchema, row)));
}

/** Returns the user's subscription with an id, or `null` if there is none. */
export async function readSubscription(
  client: HelixClient,
  id: string,
): Promise<ExistingSubscription | null> {
  const page = pageSchema.parse(
    // Twurple has no function for this filter.
    await client.callApi({
      type: 'helix',
      url: 'eventsub/subscriptions',
      query: { subscription_id: id },
    }),
  );
  const row = page.data.find((candidate) => candidate.id === id);
  return row === undefined ? null : toExisting(row);
}
