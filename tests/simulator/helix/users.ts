import { helixError } from '../core/error-answers.ts';
import type { Channel, Channels } from '../world/channels.ts';
import { accountById, avatarUrl } from '../world/people/accounts.ts';
import type { HelixApp } from './app.ts';

const MAX_USERS = 100;

function userRow({ id, login, name }: Channel['owner'], hasEmail: boolean) {
  const account = accountById(id);
  return {
    id,
    login,
    display_name: name,
    type: '',
    broadcaster_type: account?.broadcasterType ?? '',
    description: account?.description ?? '',
    profile_image_url: avatarUrl(login),
    offline_image_url: '',
    view_count: 0,
    ...(hasEmail ? { email: `${login}@example.com` } : {}),
    created_at: account?.createdAt ?? '',
  };
}

/** Dependencies of addUserRoutes. */
export interface UserRoutesOptions {
  channels: Pick<Channels, 'byId' | 'byLogin'>;
}

/** Adds Get Users: by ids and logins, or without both the user of the token. */
export function addUserRoutes(helix: HelixApp, { channels }: UserRoutesOptions): void {
  helix.get('/users', (context) => {
    const { userId, scopes } = context.var.token;
    const ids = context.req.queries('id') ?? [];
    const logins = context.req.queries('login') ?? [];
    const count = ids.length + logins.length;
    const isWellFormed =
      ids.every((id) => /^\d+$/.test(id)) && logins.every((login) => /^\w{1,25}$/.test(login));
    if (!isWellFormed || count > MAX_USERS) {
      const message = 'Invalid username(s), email(s), or ID(s). Bad Identifiers.';
      return helixError(context, 400, message);
    }
    const wanted =
      count > 0
        ? [...ids.map(channels.byId), ...logins.map(channels.byLogin)]
        : [channels.byId(userId)];
    const found = new Set(wanted.filter((channel) => channel !== undefined));
    const mayReadEmail = scopes.includes('user:read:email');
    return context.json({
      data: [...found].map(({ owner }) => userRow(owner, mayReadEmail && owner.id === userId)),
    });
  });
}
