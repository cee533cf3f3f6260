import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MarkAll } from '@/components/away/MarkAll';
import { MessageText } from '@/components/text/MessageText';
import { useVisible } from '@/components/ui/hooks/use-visible';
import type { Streamer } from '@/lib/domain/channel/channel';
import { type Filter, isFiltering } from '@/lib/domain/filter/filter';
import type { LiveRows } from '@/lib/domain/view/live-rows';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import type { Reply } from '@/lib/messaging/protocol';
import { requestNotifications } from '@/lib/platform/notification-permission';
import { ListWithActions } from './actions/ListWithActions';
import { LiveList } from './list/LiveList';
import type { LoadOlder } from './list/use-live-rows';

/** The result of one read of the rows. */
export interface RecentRows extends LiveRows {
  /** The filter that the rows have passed. */
  filter: Filter;
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
  /** The number of rows that the user has not seen, on screen or not. */
  unseen: number;
  loadOlder: LoadOlder;
  /** Marks all events up to an arrival number as seen. */
  markSeen: (upTo: number) => Promise<Reply<unknown>>;
  /** Above the rows, in the list. */
  top: ComponentChildren;
  /** True while nothing may be marked as seen. */
  isPaused: boolean;
  /** The time down to which the user wants the rows; `null` if nobody has asked for that. */
  allSince: number | null;
  /** Above the list. */
  bar: ComponentChildren;
  /** True if the list shows one thing for a moment: then what it hides is not seen. */
  isQuick?: boolean | undefined;
  /** Shows the events of one viewer. */
  onlyViewer: (viewerId: string) => void;
  send: typeof send;
}

/** The newest events of a streamer or of all, below a bar. */
export function RecentEvents({ recent, published, bar, ...rest }: RecentEventsProps) {
  // Shows the previous rows while those for another filter are read, so that nothing jumps.
  const [previous, setPrevious] = useState(recent ?? published);
  useEffect(() => {
    if (recent !== undefined) setPrevious(recent);
  }, [recent]);
  const shown = recent ?? previous;
  return (
    <section class="recent">
      <div class="recent-head">
        <h2 class="heading">{t('feed.list')}</h2>
        {bar}
      </div>
      {shown === null ? (
        <p class="empty">{t('feed.loading')}</p>
      ) : (
        <Rows recent={shown} isRead={recent !== undefined} {...rest} />
      )}
    </section>
  );
}

interface RowsProps extends Omit<RecentEventsProps, 'recent' | 'published' | 'bar'> {
  recent: RecentRows;
  /** False while older rows are shown than the user has asked for. */
  isRead: boolean;
}

function Rows({ recent, isRead, streamer, streamers, isQuick = false, ...props }: RowsProps) {
  const isVisible = useVisible();
  const { filter } = recent;
  return (
    <ListWithActions
      send={props.send}
      onlyViewer={props.onlyViewer}
      isTrusted={always}
      askToNotify={requestNotifications}
    >
      <LiveList
        // A new list for each filter: rows that another filter lets through are not new.
        key={JSON.stringify(filter)}
        newest={recent}
        loadOlder={props.loadOlder}
        allSince={props.allSince}
        streamerId={streamer?.id ?? null}
        streamers={streamer === null ? streamers : undefined}
        unseen={props.unseen}
        isShown={isVisible}
        isMarking={isRead && !isQuick && !props.isPaused}
        send={props.send}
        empty={
          <p class="empty">
            <Empty streamer={streamer} isFiltered={isFiltering(filter)} />
          </p>
        }
        top={props.top}
        foot={
          <MarkAll
            hasUnseen={props.unseen > 0 && !props.isPaused}
            markAll={() => props.markSeen(recent.newestSeq)}
            undo={() => props.send('feed/undoSeen', {})}
          />
        }
      />
    </ListWithActions>
  );
}

/** No script but our own runs on our pages. */
const always = (): boolean => true;

/** Says why there are no rows. */
function Empty({ streamer, isFiltered }: { streamer: Streamer | null; isFiltered: boolean }) {
  if (streamer === null) return t(isFiltered ? 'feed.nothing_passes_all' : 'feed.waiting_all');
  const message = isFiltered ? 'feed.nothing_passes' : 'feed.waiting';
  return <MessageText message={{ message, params: { streamer: streamer.name } }} />;
}
