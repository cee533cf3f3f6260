import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useMarkSeen } from '@/components/hooks/use-mark-seen';
import { useVisible } from '@/components/ui/hooks/use-visible';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { readFeedPages } from '@/lib/db/feed/feed';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Filter } from '@/lib/domain/filter/filter';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { FEED_ROWS } from '@/lib/settings/feed';
import { RecentEvents, type RecentRows } from './RecentEvents';

interface PopupFeedProps {
  /** The streamer whose events are listed; `null` for the events of all streamers. */
  streamer: Streamer | null;
  /** All streamers of the list. */
  streamers: readonly Streamer[];
  /** The filter of the list. */
  filter: Filter;
  /** Returns the filter that the events of a streamer have to pass. */
  filterOf: (streamerId: string) => Filter;
  /** The published rows, which are there before the database has been opened; `null` if none are. */
  published: RecentRows | null;
  /** True if any row is unseen, on screen or not. */
  hasUnseen: boolean;
  /** Above the list. */
  bar: ComponentChildren;
  /** True if the list shows one thing for a moment: then what it hides is not seen. */
  isQuick: boolean;
  db: Database;
  send: typeof send;
}

/** The newest events of a streamer or of all, read from the database. */
export function PopupFeed(props: PopupFeedProps) {
  const { streamer, streamers, filter, filterOf, published, hasUnseen, bar, isQuick } = props;
  const { db, send } = props;
  const [pages, setPages] = useState(1);
  const ids = (streamer === null ? streamers : [streamer]).map(({ id }) => id);
  const filters = Object.fromEntries(ids.map((id) => [id, filterOf(id)]));
  const recent = useLiveQuery(
    () => recentOf(db, { filter, filters, pages }),
    // Every change of the feed creates new copies of the filters.
    [db, JSON.stringify([filter, filters]), pages],
  );
  const streamerId = streamer?.id ?? null;
  const of = streamerId === null ? {} : { streamerId };
  useMarkSeen(
    recent.value ? { ...recent.value, streamerId } : null,
    useVisible() && !isQuick,
    send,
  );

  if (recent.hasFailed) {
    return (
      <div class="failed">
        <Notice>{t('feed.failed')}</Notice>
      </div>
    );
  }
  return (
    <RecentEvents
      streamer={streamer}
      streamers={streamers}
      recent={recent.value}
      published={published}
      hasUnseen={hasUnseen}
      showOlder={() => setPages(pages + 1)}
      markSeen={(upTo) => void send('feed/seen', { upTo, ...of })}
      bar={bar}
    />
  );
}

interface RecentQuery {
  filter: Filter;
  /** The streamers by their ids, with the filter for the events of each. */
  filters: Readonly<Record<string, Filter>>;
  pages: number;
}

async function recentOf(
  db: Database,
  { filter, filters, pages }: RecentQuery,
): Promise<RecentRows> {
  const streamerIds = Object.keys(filters);
  const filterOf = (id: string) => filters[id] ?? filter;
  const page = await readFeedPages(db, { streamerIds, filterOf, limit: FEED_ROWS }, pages);
  return { ...page, filter };
}
