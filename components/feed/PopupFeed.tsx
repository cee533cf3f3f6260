import { useState } from 'preact/hooks';
import { Counts } from '@/components/counts/Counts';
import { FilterBar } from '@/components/filters/FilterBar';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useMarkSeen } from '@/components/hooks/use-mark-seen';
import { useVisible } from '@/components/ui/hooks/use-visible';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { readFeedPages } from '@/lib/db/feed/feed';
import { countsByStreamer } from '@/lib/db/history/counts';
import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import type { Problem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { FEED_ROWS } from '@/lib/settings/feed';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import { RecentEvents, type RecentRows } from './RecentEvents';

interface PopupFeedProps {
  feed: ShownFeed;
  db: Database;
  /** Why the database cannot be opened. */
  openProblem: Problem | null;
  send: typeof send;
  optionsUrl: string;
}

/** The part of the popup that reads the database: the favorite's newest events, and all counts. */
export function PopupFeed({ feed, db, openProblem, send, optionsUrl }: PopupFeedProps) {
  const { streamer: favorite } = feed;
  const favoriteId = favorite?.id ?? null;
  const filter = feed.filter ?? DEFAULT_FILTER;
  const [pages, setPages] = useState(1);
  const recent = useLiveQuery(
    () => recentOf(db, favoriteId, filter, pages),
    // Every change of the feed creates a new copy of its filter.
    [db, favoriteId, JSON.stringify(filter), pages],
  );
  const counts = useLiveQuery(() => countsByStreamer(db), [db]);
  useMarkSeen(recent.value ?? null, useVisible(), send);

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
          published={feed.rows.length > 0 ? { ...feed, filter } : null}
          hasUnseen={feed.unseen > 0}
          showOlder={() => setPages(pages + 1)}
          markSeen={(upTo) => void send('feed/seen', { upTo, streamerId: favorite.id })}
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
  pages: number,
): Promise<(RecentRows & { streamerId: string }) | null> {
  if (streamerId === null) return null;
  const page = await readFeedPages(
    db,
    { streamerIds: [streamerId], filterOf: () => filter, limit: FEED_ROWS },
    pages,
  );
  return { ...page, filter, streamerId };
}
