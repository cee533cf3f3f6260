import type { Hono } from 'hono';
import { isoSeconds } from '../clock.ts';
import { helixError } from '../http/answers.ts';
import { ACCOUNTS, accountById, moderates } from '../people/accounts.ts';
import type { Person } from '../people/person.ts';
import type { Simulation } from '../simulation.ts';
import { type HelixEnvironment, ownDataRefusal } from './caller.ts';
import { pageOf, parseFirst } from './pagination.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Followers, each a day after the one before: Helix lists the newest first. */
function followersOf(broadcasterId: string, now: number) {
  return ACCOUNTS.filter(({ follows }) => follows.includes(broadcasterId)).map(
    ({ id, login, name }, index) => ({
      user_id: id,
      user_login: login,
      user_name: name,
      followed_at: isoSeconds(now - (index + 1) * DAY_MS),
    }),
  );
}

function followedRow({ id, login, name }: Person, followedAt: number) {
  return {
    broadcaster_id: id,
    broadcaster_login: login,
    broadcaster_name: name,
    followed_at: isoSeconds(followedAt),
  };
}

/** Get Followed Channels, and Get Channel Followers: names for moderators only, a total for all. */
export function addFollowRoutes(helix: Hono<HelixEnvironment>, { clock }: Simulation): void {
  const startedAt = clock.now();

  helix.get('/channels/followed', (context) => {
    const refusal = ownDataRefusal(context, 'user:read:follows');
    if (refusal) return refusal;
    const { broadcaster_id: only, after, first: asked } = context.req.query();
    const first = parseFirst(asked);
    if (first === undefined) return helixError(context, 400, 'The parameter "first" is invalid');
    const follows = accountById(context.var.token.userId)?.follows ?? [];
    const rows = follows
      .flatMap((id) => accountById(id) ?? [])
      .map((owner, index) => followedRow(owner, startedAt - (index + 1) * DAY_MS))
      .filter((row) => only === undefined || row.broadcaster_id === only);
    return context.json({ total: follows.length, ...pageOf(rows, first, after) });
  });

  helix.get('/channels/followers', (context) => {
    const { token } = context.var;
    const { broadcaster_id, user_id, after, first: asked } = context.req.query();
    const first = parseFirst(asked);
    if (!broadcaster_id || first === undefined) {
      return helixError(context, 400, 'Missing required parameter "broadcaster_id"');
    }
    const followers = followersOf(broadcaster_id, startedAt);
    const hasScope = token.scopes.includes('moderator:read:followers');
    if (hasScope && moderates(token.userId, broadcaster_id)) {
      const rows = followers.filter((row) => user_id === undefined || row.user_id === user_id);
      return context.json({ total: followers.length, ...pageOf(rows, first, after) });
    }
    if (user_id !== undefined) {
      return helixError(context, 401, 'Missing scope: moderator:read:followers');
    }
    return context.json({ total: followers.length, data: [], pagination: {} });
  });
}
