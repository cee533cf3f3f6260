import { type Clock, isoSeconds } from '../core/clock.ts';
import { helixError } from '../core/error-answers.ts';
import type { Channels } from '../world/channels.ts';
import { accountById, moderates } from '../world/people/accounts.ts';
import type { Person } from '../world/people/person.ts';
import type { Records } from '../world/records/records.ts';
import type { Token } from '../world/tokens.ts';
import type { HelixApp } from './app.ts';
import { type OwnData, ownDataRefusal } from './caller.ts';
import { pageOf, parseFirst } from './pagination.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const OWN_FOLLOWS: OwnData = { parameter: 'user_id', scopes: ['user:read:follows'] };

function followedRow({ id, login, name }: Person, followedAt: number) {
  return {
    broadcaster_id: id,
    broadcaster_login: login,
    broadcaster_name: name,
    followed_at: isoSeconds(followedAt),
  };
}

/** Returns the reason why this token may not see the followers' names. */
function namesRefusal({ scopes, userId }: Token, broadcasterId: string): string | undefined {
  if (!scopes.includes('moderator:read:followers')) {
    return 'Missing scope: moderator:read:followers';
  }
  return moderates(userId, broadcasterId)
    ? undefined
    : 'The user in the OAuth token must be the broadcaster or one of the moderators';
}

/** Dependencies of addFollowRoutes. */
export interface FollowRoutesOptions {
  clock: Clock;
  channels: Pick<Channels, 'byId'>;
  records: Pick<Records, 'followersOf'>;
}

/**
 * Adds Get Followed Channels and Get Channel Followers, which returns names only to moderators
 * and the total to every user.
 */
export function addFollowRoutes(helix: HelixApp, options: FollowRoutesOptions): void {
  const { clock, channels, records } = options;
  const startedAt = clock.now();

  /** Returns the names of a follower, who may have another one than at the time of the follow. */
  function presentNames(userId: unknown) {
    const owner = channels.byId(String(userId))?.owner;
    return owner && { user_login: owner.login, user_name: owner.name };
  }

  helix.get('/channels/followed', (context) => {
    const refusal = ownDataRefusal(context, OWN_FOLLOWS);
    if (refusal) return refusal;
    const { broadcaster_id: only, after, first: requested } = context.req.query();
    const first = parseFirst(requested);
    if (first === undefined) return helixError(context, 400, 'The parameter "first" is invalid');
    const follows = accountById(context.var.token.userId)?.follows ?? [];
    const rows = follows
      .flatMap((id) => channels.byId(id)?.owner ?? [])
      .map((owner, index) => followedRow(owner, startedAt - (index + 1) * DAY_MS))
      .filter((row) => only === undefined || row.broadcaster_id === only);
    return context.json({ total: follows.length, ...pageOf(rows, first, after) });
  });

  helix.get('/channels/followers', (context) => {
    const { token } = context.var;
    const { broadcaster_id, user_id, after, first: requested } = context.req.query();
    const first = parseFirst(requested);
    if (!broadcaster_id || first === undefined) {
      return helixError(context, 400, 'Missing required parameter "broadcaster_id"');
    }
    const followers = records.followersOf(broadcaster_id);
    const total = followers.length;
    const refusal = namesRefusal(token, broadcaster_id);
    if (refusal === undefined) {
      const rows = followers
        .filter((row) => user_id === undefined || row.user_id === user_id)
        .map((row) => ({ ...row, ...presentNames(row.user_id) }));
      return context.json({ total, ...pageOf(rows, first, after) });
    }
    if (user_id !== undefined) return helixError(context, 401, refusal);
    return context.json({ total, data: [], pagination: {} });
  });
}
