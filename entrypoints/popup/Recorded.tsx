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
}

/** What the database holds: the favorite's newest events, and the counts of all. */
export function Recorded({ favorite, db, send }: RecordedProps) {
  const favoriteId = favorite?.id ?? null;
  const rows = useLiveQuery(
    async () =>
      favoriteId === null ? [] : (await newestRows(db, favoriteId, FEED_ROWS)).map(viewOf),
    [db, favoriteId],
  );
  const counts = useLiveQuery(() => countsByStreamer(db), [db]);
  const cannotOpen = useOpenFailure(db);

  const markSeen = useCallback((upTo: number) => void send('feed/seen', { upTo }), [send]);
  useMarkSeen(rows.value ?? [], useVisible(), markSeen);

  if (cannotOpen || rows.hasFailed || counts.hasFailed) {
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
