import { ROLES, type SubscriptionState } from '@/lib/domain/access/subscription-report';
import type { CatalogEntry } from '../catalog/catalog-entry';
import { costOf, type PlanRequest } from './plan-request';

/** The state of a type before Twitch has answered. */
export type PlannedState = Exclude<SubscriptionState, 'listening' | 'refused' | 'revoked'>;

/** A part of the channel's state that Helix returns for many channels with one call. */
export type LookedUpPart = 'live' | 'text';

/** The types whose events Helix reports, too, if somewhat later. */
const LOOKED_UP: Readonly<Record<string, LookedUpPart>> = {
  'stream.online': 'live',
  'stream.offline': 'live',
  'channel.update': 'text',
};

/** The type that brings every line of a chat. */
const CHAT_MESSAGES = 'channel.chat.message';

/** The types of other streamers on whose channel the viewer has no role. */
const OF_OTHERS: ReadonlySet<string> = new Set(['channel.chat.notification', CHAT_MESSAGES]);

/** What is known about an entry in the course of planning. */
interface EntryProgress {
  /** False if other types of the plan report all its wanted kinds. */
  hasOwnKinds: boolean;
  /** True if there is room for it in the budget. */
  fits: boolean;
}

/** Returns `waiting` if an entry of the catalog is requested, or else the reason why it is not. */
export function stateOf(
  entry: CatalogEntry,
  request: PlanRequest,
  { hasOwnKinds, fits }: EntryProgress,
): PlannedState {
  if (ROLES.indexOf(request.role) < ROLES.indexOf(entry.role)) {
    return entry.role === 'streamer' ? 'streamer_only' : 'needs_moderator';
  }
  const isWanted = entry.kinds.some(request.isWanted);
  if (isWanted && !hasOwnKinds) return 'covered_by_other';
  if (!isOffered(entry, request)) return absentFor('favorite_only', entry, request);
  if (!isWanted || isSwitchedOff(entry, request)) return 'switched_off';
  if (!entry.scopes.every((scope) => request.scopes.includes(scope))) return 'needs_permission';
  return fits ? 'waiting' : absentFor('over_budget', entry, request);
}

/** Returns `reason`, unless Helix is asked in place of the subscription. */
function absentFor(
  reason: PlannedState,
  entry: CatalogEntry,
  { isFavorite }: PlanRequest,
): PlannedState {
  return isFavorite || partOf(entry) === null ? reason : 'looked_up';
}

/** Returns the part of the channel's state that a type reports; `null` if there is none. */
export function partOf({ type }: Pick<CatalogEntry, 'type'>): LookedUpPart | null {
  return LOOKED_UP[type] ?? null;
}

/** Returns false for what only a favorite gets, whatever the user switches on. */
function isOffered(entry: CatalogEntry, request: PlanRequest): boolean {
  if (request.isFavorite) return true;
  return costOf(entry, request) === 0 && (request.role !== 'viewer' || OF_OTHERS.has(entry.type));
}

function isSwitchedOff({ type }: CatalogEntry, { isFavorite, recordsCheers }: PlanRequest) {
  return type === CHAT_MESSAGES && !isFavorite && !recordsCheers;
}
