import type { Context } from 'hono';
import * as z from 'zod/mini';
import { helixError } from '../core/error-answers.ts';
import { type Faults, hits } from '../core/faults.ts';
import type { Hub } from '../eventsub/hub.ts';
import type { SubscriptionRequest } from '../eventsub/policy.ts';
import {
  MAX_TOTAL_COST,
  type Owner,
  type Subscription,
  type Subscriptions,
  subscriptionInHelix,
  totalCost,
} from '../eventsub/subscriptions.ts';
import type { HelixApp } from './app.ts';
import { pageOf } from './pagination.ts';

const PAGE_SIZE = 100;
const PATH = '/eventsub/subscriptions';

const bodySchema = z.object({
  type: z.string(),
  version: z.string(),
  condition: z.record(z.string(), z.string()),
  transport: z.object({ method: z.string(), session_id: z.optional(z.string()) }),
});

/** The filters of Get EventSub Subscriptions; a request may use one of them. */
const FILTERS: Readonly<Record<string, (subscription: Subscription, value: string) => boolean>> = {
  status: ({ status }, value) => status === value,
  type: ({ type }, value) => type === value,
  user_id: ({ condition }, value) => Object.values(condition).includes(value),
  subscription_id: ({ id }, value) => id === value,
};

async function readRequest(context: Context): Promise<SubscriptionRequest | undefined> {
  const isJson = context.req.header('Content-Type')?.startsWith('application/json');
  const body: unknown = isJson ? await context.req.json().catch(() => undefined) : undefined;
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { type, version, condition, transport } = parsed.data;
  const { method, session_id: sessionId = '' } = transport;
  return { type, version, condition, method, sessionId };
}

function totals(subscriptions: EventSubRoutesOptions['subscriptions'], owner: Owner) {
  const own = subscriptions.ofOwner(owner);
  return { total: own.length, total_cost: totalCost(own), max_total_cost: MAX_TOTAL_COST };
}

/** Dependencies of addEventSubRoutes. */
export interface EventSubRoutesOptions {
  faults: Pick<Faults, 'take'>;
  hub: Pick<Hub, 'subscribe' | 'unsubscribe'>;
  subscriptions: Pick<Subscriptions, 'ofOwner'>;
}

/** Adds Create, Get and Delete EventSub Subscription, for the WebSocket transport. */
export function addEventSubRoutes(helix: HelixApp, options: EventSubRoutesOptions): void {
  const { hub, faults, subscriptions } = options;

  helix.post(PATH, async (context) => {
    const { token } = context.var;
    const request = await readRequest(context);
    if (!request) return helixError(context, 400, 'invalid or missing request body');
    const fault = faults.take('refuse', (candidate) => hits(candidate, request));
    if (fault) return helixError(context, fault.status, fault.message);
    const result = hub.subscribe(request, token);
    if ('refusal' in result) {
      const { status, message, ...more } = result.refusal;
      return helixError(context, status, message, more);
    }
    const data = [subscriptionInHelix(result.subscription)];
    return context.json({ data, ...totals(subscriptions, token) }, 202);
  });

  helix.get(PATH, (context) => {
    const { token } = context.var;
    const query = context.req.query();
    const used = Object.keys(FILTERS).filter((name) => query[name] !== undefined);
    if (used.length > 1) return helixError(context, 400, 'only one filter may be specified');
    const matching = subscriptions
      .ofOwner(token)
      .filter((own) => used.every((name) => FILTERS[name]?.(own, query[name] ?? '')));
    const { data, pagination } = pageOf(matching, PAGE_SIZE, query.after);
    const counted = totals(subscriptions, token);
    return context.json({ ...counted, data: data.map(subscriptionInHelix), pagination });
  });

  helix.delete(PATH, (context) => {
    const id = context.req.query('id');
    if (!id) return helixError(context, 400, 'The parameter "id" is required');
    const found = subscriptions.ofOwner(context.var.token).find((own) => own.id === id);
    if (!found) return helixError(context, 404, 'subscription not found');
    hub.unsubscribe(found);
    return context.body(null, 204);
  });
}
