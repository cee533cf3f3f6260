import { useLiveQuery } from '@/components/hooks/use-live-query';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { countsByStreamer } from '@/lib/db/history/counts';
import { t } from '@/lib/i18n/text';
import { Counts } from './Counts';

interface PopupCountsProps {
  db: Database;
  favoriteId: string | null;
  /** True if no list is above the counts, which would say that the database cannot be read. */
  isAlone: boolean;
}

/** All counts, read from the database. */
export function PopupCounts({ db, favoriteId, isAlone }: PopupCountsProps) {
  const counts = useLiveQuery(() => countsByStreamer(db), [db]);
  if (!counts.hasFailed) return <Counts counts={counts.value} favoriteId={favoriteId} />;
  if (!isAlone) return null;
  return (
    <div class="failed">
      <Notice>{t('feed.failed')}</Notice>
    </div>
  );
}
