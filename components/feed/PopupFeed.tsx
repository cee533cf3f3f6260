import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useMissed } from '@/components/away/use-missed';
import type { PageActions } from '@/components/home/page-actions';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useSyncedChoices } from '@/components/hooks/use-synced-choices';
import { useVisible } from '@/components/ui/hooks/use-visible';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { type FeedQuery, readFeed } from '@/lib/db/feed/feed';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Filter } from '@/lib/domain/filter/filter';
import type { FeedPage } from '@/lib/domain/view/feed-page';
import { DEFAULT_MOMENTS, type MomentSettings } from '@/lib/domain/view/moments';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { FEED_ROWS } from '@/lib/settings/feed';
import { RecentEvents, type RecentRows } from './RecentEvents';

/** The rows that are read again after every change. Those below have long become what they are. */
const LIVE_ROWS = 5 * FEED_ROWS;

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
  /** The number of rows that the user has not seen, on screen or not. */
  unseen: number;
  /** Above the list. */
  bar: ComponentChildren;
  /** True if the list shows one thing for a moment: then what it hides is not seen. */
  isQuick?: boolean;
  page: Pick<PageActions, 'showHistory'>;
  db: Database;
  send: typeof send;
}

/** The newest events of a streamer or of all, read from the database. */
export function PopupFeed(props: PopupFeedProps) {
  const { streamer, streamers, filter, filterOf, published, unseen, bar, isQuick } = props;
  const { page, db, send } = props;
  // What a moment is does not depend on the account.
  const moments = useSyncedChoices('')?.moments ?? DEFAULT_MOMENTS;
  const [limit, setLimit] = useState(FEED_ROWS);
  const ids = (streamer === null ? streamers : [streamer]).map(({ id }) => id);
  const filters = Object.fromEntries(ids.map((id) => [id, filterOf(id)]));
  const list: List = { filter, filters, moments };
  const recent = useLiveQuery<RecentRows>(
    async () => ({ ...(await readList(db, list, { limit })), filter }),
    // Every change of the feed creates new copies of the filters.
    [db, JSON.stringify(list), limit],
  );
  const of = streamer === null ? {} : { streamerId: streamer.id };
  const missed = useMissed({
    streamerId: streamer?.id ?? null,
    isShown: useVisible(),
    unseen,
    send,
  });

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
      unseen={unseen}
      loadOlder={async (before, count = FEED_ROWS) => {
        const page = await readList(db, list, { limit: count, before }).catch(() => null);
        if (page !== null) setLimit((now) => Math.min(now + count, LIVE_ROWS));
        return page;
      }}
      markSeen={(upTo) => send('feed/seen', { upTo, canUndo: true, ...of })}
      {...missed}
      bar={bar}
      isQuick={isQuick}
      onlyViewer={page.showHistory}
      send={send}
    />
  );
}

/** What a list shows. */
interface List {
  filter: Filter;
  /** The streamers by their ids, with the filter for the events of each. */
  filters: Readonly<Record<string, Filter>>;
  moments: MomentSettings;
}

async function readList(
  db: Database,
  { filter, filters, moments }: List,
  part: Pick<FeedQuery, 'limit' | 'before'>,
): Promise<FeedPage> {
  const streamerIds = Object.keys(filters);
  return await readFeed(db, {
    streamerIds,
    filterOf: (id) => filters[id] ?? filter,
    moments,
    ...part,
  });
}
