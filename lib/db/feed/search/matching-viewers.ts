import type { NamedUser } from '@/lib/domain/event/user';
import { foldName } from '@/lib/domain/search/fold';
import { isNameFound, searchTerms } from '@/lib/domain/search/terms';
import type { Database } from '../../database';

/** A viewer in the log, with the latest name. */
export interface MatchingViewer extends NamedUser {
  /** The id at Twitch. */
  id: string;
}

/** Names that are read at most. Where there are more, more letters are typed. */
const MAX_READ = 200;

/**
 * Returns viewers in the log one of whose names contains what was typed. Those come first whose latest
 * name begins with it.
 */
export async function matchingViewers(
  db: Database,
  typed: string,
  limit: number,
): Promise<MatchingViewer[]> {
  const terms = searchTerms(typed);
  if (terms === null) return [];
  const records = await db.viewers
    .where('suffixes')
    .startsWith(terms.name)
    .limit(MAX_READ)
    .toArray();
  const viewers = new Map(
    records.flatMap(({ id, names: [latest] }) =>
      latest === undefined ? [] : [[id, { id, login: latest.login, name: latest.name }]],
    ),
  );
  const rankOf = ({ login, name }: NamedUser) => {
    const folded = [login, name].map(foldName);
    if (folded.includes(terms.name)) return 0;
    if (folded.some((text) => text.startsWith(terms.name))) return 1;
    return isNameFound(terms, login) || isNameFound(terms, name) ? 2 : 3;
  };
  return [...viewers.values()]
    .map((viewer) => ({ viewer, rank: rankOf(viewer) }))
    .toSorted((a, b) => a.rank - b.rank || a.viewer.login.localeCompare(b.viewer.login))
    .slice(0, limit)
    .map(({ viewer }) => viewer);
}
