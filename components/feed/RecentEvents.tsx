import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MessageText } from '@/components/text/MessageText';
import { Button } from '@/components/ui/form/Button';
import type { Streamer } from '@/lib/domain/channel/channel';
import { type Filter, isFiltering } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { EventList } from './EventList';

/** The result of one read of the rows. */
export interface RecentRows {
  rows: readonly RowView[];
  gaps: readonly Gap[];
  /** The filter that the rows have passed. */
  filter: Filter;
  /** Number of the newest event, even if the filter hides it. */
  newestSeq: number;
  /** True if there are older rows. */
  hasOlder: boolean;
}

interface RecentEventsProps {
  /** The streamer whose events are listed; `null` for the events of all streamers. */
  streamer: Streamer | null;
  /** The streamers to whom the rows may belong. */
  streamers: readonly Streamer[];
  /** `undefined` until the rows are read. */
  recent: RecentRows | undefined;
  /** The published rows, which are there before the database has been opened; `null` if none are. */
  published: RecentRows | null;
  /** True if any row is unseen, on screen or not. */
  hasUnseen: boolean;
  showOlder: () => void;
  /** Marks all events up to an arrival number as seen. */
  markSeen: (upTo: number) => void;
  bar: ComponentChildren;
}

/** The newest events of a streamer or of all, below the filter bar. */
export function RecentEvents({ recent, published, bar, ...rest }: RecentEventsProps) {
  // Shows the previous rows while those for another filter are read, so that nothing jumps.
  const [previous, setPrevious] = useState(recent ?? published);
  useEffect(() => {
    if (recent !== undefined) setPrevious(recent);
  }, [recent]);
  return (
    <section class="recent">
      <div class="recent-head">
        <h2 class="heading">{t('feed.list')}</h2>
        {bar}
      </div>
      {/* Scrolls with the keyboard, too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <div class="rows" role="group" aria-label={t('feed.list')} tabIndex={0}>
        <Rows recent={recent ?? previous} {...rest} />
      </div>
    </section>
  );
}

interface RowsProps extends Omit<RecentEventsProps, 'recent' | 'published' | 'bar'> {
  recent: RecentRows | null;
}

function Rows(props: RowsProps) {
  const { streamer, streamers, recent, hasUnseen, showOlder, markSeen } = props;
  if (recent === null) return <p class="empty">{t('feed.loading')}</p>;
  const { rows, gaps, filter } = recent;
  return (
    <>
      {/* A new list for each filter: rows that another filter lets through are not new. */}
      <EventList
        key={JSON.stringify(filter)}
        rows={rows}
        gaps={gaps}
        streamers={streamer === null ? streamers : undefined}
      />
      {rows.length === 0 && (
        <p class="empty">
          <Empty streamer={streamer} isFiltered={isFiltering(filter)} />
        </p>
      )}
      {recent.hasOlder && (
        <div class="older">
          <Button look="quiet" onClick={showOlder}>
            {t('action.show_older')}
          </Button>
          {hasUnseen && (
            <span class="mark-seen">
              <Button look="quiet" onClick={() => markSeen(recent.newestSeq)}>
                {t('action.mark_seen')}
              </Button>
            </span>
          )}
        </div>
      )}
    </>
  );
}

/** Says why there are no rows. */
function Empty({ streamer, isFiltered }: { streamer: Streamer | null; isFiltered: boolean }) {
  if (streamer === null) return t(isFiltered ? 'feed.nothing_passes_all' : 'feed.waiting_all');
  const message = isFiltered ? 'feed.nothing_passes' : 'feed.waiting';
  return <MessageText message={{ message, params: { streamer: streamer.name } }} />;
}
