import type { Channels } from '../world/channels.ts';
import { moderates } from '../world/people/accounts.ts';
import type { Token, Tokens } from '../world/tokens.ts';
import { type SubscriptionType, subscriptionType } from './catalog.ts';
import { type Joins, joinsChat } from './joins.ts';
import type { Session } from './sessions/session.ts';
import {
  type Condition,
  hasSameCondition,
  MAX_TOTAL_COST,
  type Subscription,
  type Subscriptions,
  totalCost,
} from './subscriptions.ts';

/** The request body of Create EventSub Subscription. */
export interface SubscriptionRequest {
  type: string;
  version: string;
  condition: Condition;
  method: string;
  sessionId: string;
}

/** An error answer. */
export interface Refusal {
  status: 400 | 403 | 409 | 429;
  message: string;
  /** The id of the subscription that exists already; Twitch sends it since 2026-04-17. */
  id?: string;
}

/** A request with everything that decides about it. */
export interface Application {
  request: SubscriptionRequest;
  token: Token;
  session: Pick<Session, 'id' | 'state' | 'owner'> | undefined;
  tokens: Pick<Tokens, 'hasAuthorized'>;
  channels: Pick<Channels, 'byId'>;
  joins: Pick<Joins, 'mayJoin'>;
  subscriptions: Pick<Subscriptions, 'ofOwner' | 'enabledOfSession'>;
}

/** Limits of https://dev.twitch.tv/docs/eventsub/manage-subscriptions/ */
const MAX_TRANSPORTS = 3;
const MAX_IDENTICAL = 3;
const MAX_PER_SESSION = 300;

type Check = (application: Application, type: SubscriptionType) => Refusal | undefined;

/** Returns the keys with a value: some clients send both keys of a raid, one of them empty. */
function givenKeys(condition: Condition): string[] {
  return Object.keys(condition).filter((key) => condition[key] !== '');
}

const transportCheck: Check = ({ request }, type) =>
  request.method === 'websocket' && type.audience !== 'app'
    ? undefined
    : { status: 400, message: 'invalid transport and auth combination' };

const conditionCheck: Check = ({ request }, type) => {
  const given = givenKeys(request.condition);
  const countOf = (keys: readonly string[]) => keys.filter((key) => given.includes(key)).length;
  const isComplete = type.condition.every((keys) => countOf([keys].flat()) === 1);
  return isComplete ? undefined : { status: 400, message: 'invalid or missing condition' };
};

const peopleCheck: Check = ({ request, channels }) => {
  const ids = givenKeys(request.condition).filter((key) => key.endsWith('user_id'));
  return ids.every((key) => channels.byId(request.condition[key] ?? ''))
    ? undefined
    : { status: 400, message: 'the user in the condition does not exist' };
};

function hasRole({ request, token }: Application, { audience }: SubscriptionType): boolean {
  const { broadcaster_user_id: broadcaster = '', user_id, moderator_user_id } = request.condition;
  if (audience === 'reader' || audience === 'self') return user_id === token.userId;
  if (audience === 'broadcaster') return broadcaster === token.userId;
  if (audience !== 'moderator') return true;
  return moderator_user_id === token.userId && moderates(token.userId, broadcaster);
}

const permissionCheck: Check = (application, type) => {
  const { scopes } = application.token;
  const hasScopes = type.scopes.every((group) => group.some((scope) => scopes.includes(scope)));
  return hasScopes && hasRole(application, type)
    ? undefined
    : { status: 403, message: 'subscription missing proper authorization' };
};

const sessionCheck: Check = ({ session, token }) => {
  if (!session || session.state === 'ended') {
    const message = 'websocket transport session does not exist or has already disconnected';
    return { status: 400, message };
  }
  const { owner } = session;
  if (!owner || (owner.userId === token.userId && owner.clientId === token.clientId))
    return undefined;
  const message = 'websocket transport cannot have subscriptions created by different users';
  return { status: 400, message };
};

function enabledOfOwner({ subscriptions, token }: Application): Subscription[] {
  return subscriptions.ofOwner(token).filter(({ status }) => status === 'enabled');
}

/** Versions of a type count as one for the limit, but not for the 409. */
const identicalCheck: Check = (application) => {
  const { type, version, condition, sessionId } = application.request;
  const same = enabledOfOwner(application).filter(
    (own) => own.type === type && hasSameCondition(own.condition, condition),
  );
  const existing = same.find((own) => own.sessionId === sessionId && own.version === version);
  if (existing) {
    return { status: 409, message: 'subscription already exists', id: existing.id };
  }
  if (same.length < MAX_IDENTICAL) return undefined;
  return { status: 429, message: 'maximum subscriptions with type and condition exceeded' };
};

const transportsCheck: Check = (application) => {
  const used = new Set(enabledOfOwner(application).map(({ sessionId }) => sessionId));
  if (used.has(application.request.sessionId) || used.size < MAX_TRANSPORTS) return undefined;
  return { status: 429, message: 'number of websocket transports limit exceeded' };
};

const sessionSizeCheck: Check = ({ subscriptions, request }) =>
  subscriptions.enabledOfSession(request.sessionId).length < MAX_PER_SESSION
    ? undefined
    : { status: 429, message: 'maximum subscriptions per websocket connection exceeded' };

const costCheck: Check = (application) =>
  totalCost(enabledOfOwner(application)) + costOf(application) <= MAX_TOTAL_COST
    ? undefined
    : { status: 429, message: 'cost exceeded: the maximum total cost has been reached' };

/** Must be the last check, because it counts refusals. */
const joinCheck: Check = ({ request, token, joins }) =>
  !joinsChat(request.type) || joins.mayJoin(token.userId)
    ? undefined
    : { status: 429, message: 'too many join requests, please slow down' };

const CHECKS: readonly Check[] = [
  transportCheck,
  conditionCheck,
  peopleCheck,
  permissionCheck,
  sessionCheck,
  transportsCheck,
  identicalCheck,
  sessionSizeCheck,
  costCheck,
  joinCheck,
];

/** Returns Twitch's refusal, or undefined if Twitch would create the subscription. */
export function refusalOf(application: Application): Refusal | undefined {
  const { type, version } = application.request;
  const known = subscriptionType(type, version);
  if (!known) return { status: 400, message: 'invalid subscription type and version' };
  for (const check of CHECKS) {
    const refusal = check(application, known);
    if (refusal) return refusal;
  }
  return undefined;
}

/**
 * Returns 1 for a type that needs no permission if a user in the condition has not authorized the
 * client, otherwise 0. See https://dev.twitch.tv/docs/eventsub/manage-subscriptions/
 */
export function costOf({ request, token, tokens }: Application): number {
  if (subscriptionType(request.type, request.version)?.audience !== 'anyone') return 0;
  const userIds = givenKeys(request.condition).map((key) => request.condition[key] ?? '');
  return userIds.every((userId) => tokens.hasAuthorized(token.clientId, userId)) ? 0 : 1;
}
