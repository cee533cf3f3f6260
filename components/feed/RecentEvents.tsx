import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Streamer } from '@/lib/domain/channel/channel';
import { type Filter, isFiltering } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { EventList } from './EventList';

/** Rows as they were read. */
export interface RecentRows {
  rows: readonly RowView[];
  gaps: readonly Gap[];
  /** What they were filtered by. */
  filter: Filter;
  /** Arrival of the newest event of all. */
  newestSeq: number;
}

interface RecentEventsProps {
  favorite: Streamer;
  /** Nothing until they were read. */
  recent: RecentRows | null | undefined;
  filterBar: ComponentChildren;
}

/** The favorite's newest events, and what they are filtered by. */
export function RecentEvents({ favorite, recent, filterBar }: RecentEventsProps) {
  // While the rows for another filter are read, those before stay: the popup must not jump.
  const [kept, setKept] = useState(recent);
  useEffect(() => {
    if (recent !== undefined) setKept(recent);
  }, [recent]);
  return (
    <section class="recent">
      <div class="recent-head">
        <h2 class="heading">{t('feed.list')}</h2>
        {filterBar}
      </div>
      <Rows favorite={favorite} recent={recent ?? kept} />
    </section>
  );
}

function Rows({ favorite, recent }: Pick<RecentEventsProps, 'favorite' | 'recent'>) {
  if (recent === undefined || recent === null) return <p class="empty">{t('feed.loading')}</p>;
  const { rows, gaps, filter } = recent;
  const empty = isFiltering(filter) ? 'feed.nothing_passes' : 'feed.waiting';
  return (
    <>
      {/* Another list for another filter: what it lets back in is not new. */}
      <EventList key={JSON.stringify(filter)} rows={rows} gaps={gaps} />
      {rows.length === 0 && <p class="empty">{t(empty, { streamer: favorite.name })}</p>}
    </>
  );
}
