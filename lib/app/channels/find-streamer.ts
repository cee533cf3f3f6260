import type { Streamer } from '@/lib/domain/channel/channel';
import { parseUserName } from '@/lib/domain/channel/user-name';
import { ProblemError } from '@/lib/domain/problem';
import type { TwitchApi } from '@/lib/twitch/helix/api';

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
