import { EventList } from '@/components/feed/EventList';
import type { Live } from '@/components/hooks/use-live-query';
import { t } from '@/components/text/text';
import type { Streamer } from '@/lib/domain/channel';
import type { FeedRow } from '@/lib/domain/row';

interface RecentProps {
  favorite: Streamer;
  rows: Live<FeedRow[]>;
}

/** The favorite's newest events, or why there are none to see. */
export function Recent({ favorite, rows }: RecentProps) {
  return (
    <section class="recent">
      <h2 class="heading">{t('feed.list')}</h2>
      {rows.value === undefined ? (
        !rows.hasFailed && <p class="empty">{t('feed.loading')}</p>
      ) : (
        <>
          <EventList rows={rows.value} />
          {rows.value.length === 0 && (
            <p class="empty">{t('feed.waiting', { streamer: favorite.name })}</p>
          )}
        </>
      )}
    </section>
  );
}
