import type { Hono } from 'hono';
import type { Channels } from '../world/channels.ts';
import { checked } from './checked.ts';
import { userSchema } from './schemas.ts';

/** Dependencies of addUserRoute. */
export interface UserOptions {
  channels: Pick<Channels, 'find' | 'changeUser'>;
}

/** Adds `POST /users`, which renames a user or lets one disappear, without an event. */
export function addUserRoute(admin: Hono, { channels }: UserOptions): void {
  admin.post(
    '/users',
    checked(userSchema, ({ user, login, name, gone }, context) => {
      const channel = channels.find(user);
      if (!channel) return context.json({ error: `user: nobody is called ${user}` }, 400);
      channels.changeUser(channel, { login, name, isGone: gone });
      return context.json({ ...channel.owner, gone: channel.isGone });
    }),
  );
}
