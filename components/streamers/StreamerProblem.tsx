import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { FeedIndex, IndexedStreamer } from '@/lib/settings/feed';

interface StreamerProblemProps {
  index: Pick<FeedIndex, 'account' | 'connection'>;
  streamer: IndexedStreamer;
}

/** The problem of one streamer, unless the state of the connection says the same. */
export function StreamerProblem({ index, streamer }: StreamerProblemProps) {
  const { account, connection } = index;
  const { problem, isFavorite } = streamer;
  const isSaid = 'problem' in connection && connection.problem === problem;
  if (account === null || problem === null || isSaid) return null;
  return <Notice>{textOf(problem, isFavorite)}</Notice>;
}

function textOf(problem: Problem, isFavorite: boolean): string {
  // There is no need to choose another streamer in the place of one that is not the favorite.
  if (problem === 'streamer_gone' && !isFavorite) return t('channel.gone');
  return t(`problem.${problem}`);
}
