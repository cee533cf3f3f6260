import { useCallback } from 'preact/hooks';
import { Counts } from '@/components/counts/Counts';
import { FilterBar } from '@/components/filters/FilterBar';
import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useMarkSeen } from '@/components/hooks/use-mark-seen';
import { useVisible } from '@/components/ui/hooks/use-visible';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { readFeed } from '@/lib/db/feed/feed';
import { countsByStreamer } from '@/lib/db/history/counts';
import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import type { Problem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { FEED_ROWS, type Feed } from '@/lib/settings/feed';
import { RecentEvents, type RecentRows } from './RecentEvents';

interface PopupFeedProps {
  feed: Feed;
  db: Database;
  send: typeof send;
  optionsUrl: string;
}

/** The part of the popup that reads the database: the favorite's newest events, and all counts. */
export function PopupFeed({ feed, db, send, optionsUrl }: PopupFeedProps) {
  const { favorite } = feed;
  const favoriteId = favorite?.id ?? null;
  const filter = feed.filter ?? DEFAULT_FILTER;
  const recent = useLiveQuery(
    () => recentOf(db, favoriteId, filter),
    // Every change of the feed creates a new copy of its filter.
    [db, favoriteId, JSON.stringify(filter)],
  );
  const counts = useLiveQuery(() => countsByStreamer(db), [db]);
  const openProblem = useDatabaseProblem(db);

  const markSeen = useCallback((upTo: number) => void send('feed/seen', { upTo }), [send]);
  useMarkSeen(recent.value?.newestSeq ?? 0, useVisible(), markSeen);

  if (openProblem !== null) return <NotOpened problem={openProblem} optionsUrl={optionsUrl} />;
  if (recent.hasFailed || counts.hasFailed) {
    return (
      <div class="failed">
        <Notice>{t('feed.failed')}</Notice>
      </div>
    );
  }
  return (
    <>
      {favorite !== null && (
        <RecentEvents
          key={favorite.id}
          favorite={favorite}
          recent={recent.value}
          filterBar={
            <FilterBar
              filter={filter}
              setSubsAndCheersOnly={(isOn) => send('feed/subsAndCheersOnly', { isOn })}
              optionsUrl={optionsUrl}
            />
          }
        />
      )}
      <Counts counts={counts.value} favoriteId={favoriteId} />
    </>
  );
}

/** Says why the database cannot be opened, with a link if the options can help. */
function NotOpened({ problem, optionsUrl }: { problem: Problem; optionsUrl: string }) {
  return (
    <div class="failed">
      <Notice>
        {t(`problem.${problem}`)}{' '}
        {problem === 'database_damaged' && (
          <a href={optionsUrl} target="_blank" rel="noopener noreferrer">
            {t('action.go_to_options')}
          </a>
        )}
      </Notice>
    </div>
  );
}

async function recentOf(
  db: Database,
  streamerId: string | null,
  filter: Filter,
): Promise<RecentRows | null> {
  if (streamerId === null) return null;
  const page = await readFeed(db, { streamerId, filter, limit: FEED_ROWS });
  return { ...page, filter };
}
