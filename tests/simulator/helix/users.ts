import { helixError } from '../core/error-answers.ts';
import { type Account, accountById, accountByLogin, avatarUrl } from '../world/people/accounts.ts';
import type { HelixApp } from './app.ts';

const MAX_USERS = 100;

function userRow(account: Account, hasEmail: boolean) {
  return {
    id: account.id,
    login: account.login,
    display_name: account.name,
    type: '',
    broadcaster_type: account.broadcasterType,
    description: account.description,
    profile_image_url: avatarUrl(account.login),
    offline_image_url: '',
    view_count: 0,
    ...(hasEmail ? { email: `${account.login}@example.com` } : {}),
    created_at: account.createdAt,
  };
}

/** Adds Get Users: by ids and logins, or without both the user of the token. */
export function addUserRoutes(helix: HelixApp): void {
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
      count > 0 ? [...ids.map(accountById), ...logins.map(accountByLogin)] : [accountById(userId)];
    const found = new Set(wanted.filter((account) => account !== undefined));
    const mayReadEmail = scopes.includes('user:read:email');
    return context.json({
      data: [...found].map((account) => userRow(account, mayReadEmail && account.id === userId)),
    });
  });
}
