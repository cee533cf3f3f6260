import { useCallback } from 'preact/hooks';
import { Counts } from '@/components/counts/Counts';
import { useMarkSeen } from '@/components/feed/use-mark-seen';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useOpenFailure } from '@/components/hooks/use-open-failure';
import { t } from '@/components/text/text';
import { Notice } from '@/components/ui/Notice';
import { useVisible } from '@/components/ui/use-visible';
import { countsByStreamer } from '@/lib/db/counts';
import type { Database } from '@/lib/db/database';
import { newestRows } from '@/lib/db/rows';
import type { Streamer } from '@/lib/domain/channel';
import { viewOf } from '@/lib/domain/row-view';
import type { send } from '@/lib/messaging/client';
import { FEED_ROWS } from '@/lib/settings/feed';
import { Recent } from './Recent';

interface RecordedProps {
  favorite: Streamer | null;
  db: Database;
  send: typeof send;
  optionsUrl: string;
}

/** What the database holds: the favorite's newest events, and the counts of all. */
export function Recorded({ favorite, db, send, optionsUrl }: RecordedProps) {
  const favoriteId = favorite?.id ?? null;
  const rows = useLiveQuery(
    async () =>
      favoriteId === null ? [] : (await newestRows(db, favoriteId, FEED_ROWS)).map(viewOf),
    [db, favoriteId],
  );
  const counts = useLiveQuery(() => countsByStreamer(db), [db]);
  const openProblem = useOpenFailure(db);

  const markSeen = useCallback((upTo: number) => void send('feed/seen', { upTo }), [send]);
  useMarkSeen(rows.value ?? [], useVisible(), markSeen);

  if (openProblem !== null) {
    return (
      <div class="failed">
        <Notice>
          {t(`problem.${openProblem}`)}{' '}
          <a href={optionsUrl} target="_blank" rel="noopener noreferrer">
            {t('action.go_to_options')}
          </a>
        </Notice>
      </div>
    );
  }
  if (rows.hasFailed || counts.hasFailed) {
    return (
      <div class="failed">
        <Notice>{t('feed.failed')}</Notice>
      </div>
    );
  }
  return (
    <>
      {favorite !== null && <Recent key={favorite.id} favorite={favorite} rows={rows.value} />}
      <Counts counts={counts.value} favoriteId={favoriteId} />
    </>
  );
}
