import { useCallback, useMemo } from 'preact/hooks';
import { useMissed } from '@/components/away/use-missed';
import { ListWithActions } from '@/components/feed/actions/ListWithActions';
import { LiveList } from '@/components/feed/list/LiveList';
import { t } from '@/lib/i18n/text';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import styles from './PanelRows.module.css';
import type { PanelListProps } from './panel-actions';

interface PanelRowsProps extends PanelListProps {
  feed: ShownFeed;
  /** False until the rows of the streamer have been read. */
  isRead: boolean;
}

/** The list of the panel. Older rows come from the background: the panel has no database. */
export function PanelRows({ feed, isRead, isShown, isTrusted, send }: PanelRowsProps) {
  const { streamer, rows, gaps, newestSeq, hasOlder, isFiltered } = feed;
  // The feed changes with everything that is published, the list only with its rows.
  const newest = useMemo(
    () => ({ rows, gaps, newestSeq, hasOlder }),
    [rows, gaps, newestSeq, hasOlder],
  );
  const streamerId = streamer?.id ?? null;
  const { top, isPaused, allSince } = useMissed({
    streamerId,
    isShown: isShown && isRead,
    unseen: feed.unseen,
    send,
    isTrusted,
  });
  const onlyViewer = useCallback(
    (viewerId: string) => void send('history/open', { viewerId }),
    [send],
  );
  if (streamerId === null || !isRead) return null;
  return (
    <ListWithActions send={send} onlyViewer={onlyViewer} isTrusted={isTrusted}>
      <LiveList
        key={JSON.stringify([streamerId, feed.filter])}
        newest={newest}
        allSince={allSince}
        loadOlder={async (before, limit) => {
          const reply = await send('feed/page', { streamerId, before, limit });
          return reply.ok ? reply.value : null;
        }}
        streamerId={streamerId}
        unseen={feed.unseen}
        isShown={isShown}
        isMarking={!isPaused}
        send={send}
        top={top}
        empty={!isFiltered && <p class={styles.empty}>{t('feed.empty')}</p>}
        foot={isFiltered && <p class={styles.note}>{t('feed.filtered')}</p>}
      />
    </ListWithActions>
  );
}
