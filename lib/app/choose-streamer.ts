import type { Streamer } from '@/lib/domain/channel';
import { ProblemError } from '@/lib/domain/problem';
import { parseUserName } from '@/lib/domain/user-name';
import type { TwitchApi } from '@/lib/twitch/api';

/**
 * Finds the streamer of a user name as typed. Throws a `ProblemError`: `invalid_user_name` without
 * asking Twitch, `streamer_not_found`, or what kept Twitch from answering.
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
