import { EventList } from '@/components/feed/EventList';
import { t } from '@/components/text/text';
import type { Streamer } from '@/lib/domain/channel';
import type { RowView } from '@/lib/domain/row-view';

interface RecentProps {
  favorite: Streamer;
  /** `undefined` until they were read. */
  rows: readonly RowView[] | undefined;
}

/** The favorite's newest events. */
export function Recent({ favorite, rows }: RecentProps) {
  return (
    <section class="recent">
      <h2 class="heading">{t('feed.list')}</h2>
      {rows === undefined && <p class="empty">{t('feed.loading')}</p>}
      {rows !== undefined && <EventList rows={rows} />}
      {rows?.length === 0 && <p class="empty">{t('feed.waiting', { streamer: favorite.name })}</p>}
    </section>
  );
}
