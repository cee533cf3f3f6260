import { type Ranking, together } from './amounts';

/** The top of the ranking of one channel. */
export interface RankedChannel {
  /** Highest value first. */
  entries: readonly { id: string; value: number }[];
  /** Nobody who is not among the entries has more; 0 if these are all. */
  rest: number;
}

/** What is asked of several rankings together. */
export interface RankingQuery {
  by: Ranking;
  /** So many are shown. */
  limit: number;
}

/**
 * Returns the ids of everybody who may be among the first of all channels together: what is not known of
 * them may be as much as `rest` says. Returns `null` if somebody may be who is in no list yet, so that more
 * has to be read.
 */
export function contenders(
  channels: readonly RankedChannel[],
  { by, limit }: RankingQuery,
): string[] | null {
  const values = new Map<string, (number | undefined)[]>();
  for (const [index, { entries }] of channels.entries()) {
    for (const { id, value } of entries) {
      const ofChannels = values.get(id) ?? channels.map(() => undefined);
      ofChannels[index] = value;
      values.set(id, ofChannels);
    }
  }
  const rests = channels.map(({ rest }) => rest);
  const known = [...values].map(([id, ofChannels]) => ({
    id,
    least: together(
      by,
      ofChannels.map((value) => value ?? 0),
    ),
    most: together(
      by,
      ofChannels.map((value, index) => value ?? rests[index] ?? 0),
    ),
  }));
  const enough = known.map(({ least }) => least).toSorted((a, b) => b - a)[limit - 1] ?? 0;
  if (together(by, rests) > enough) return null;
  return known.filter(({ most }) => most >= enough).map(({ id }) => id);
}
