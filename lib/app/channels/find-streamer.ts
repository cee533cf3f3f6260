import type { Streamer } from '@/lib/domain/channel/channel';
import { parseUserName } from '@/lib/domain/channel/user-name';
import { ProblemError } from '@/lib/domain/problem';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/**
 * Returns the streamer with a user name as the user typed it. Throws a `ProblemError`:
 * `invalid_user_name` (without a request), `streamer_not_found`, or the problem of the request.
 */
export async function findStreamer(
  userName: string,
  api: Pick<TwitchApi, 'userByLogin'>,
): Promise<Streamer> {
  const login = parseUserName(userName);
  if (login === null) throw new ProblemError('invalid_user_name');
  const user = await api.userByLogin(login);
  if (user === null) throw new ProblemError('streamer_not_found');
  return user;
}
