import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { OlderButton } from '@/components/feed/list/OlderButton';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { MessageText } from '@/components/text/MessageText';
import { Notice } from '@/components/ui/Notice';
import { type BroadcastPage, readBroadcasts } from '@/lib/db/broadcasts/broadcasts';
import type { Broadcast } from '@/lib/domain/history/broadcasts';
import { momentOf } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import { ViewHeading } from '../frame/ViewFrame';
import type { HistoryViewProps } from '../view-props';
import { BroadcastItem } from './BroadcastItem';
import styles from './Broadcasts.module.css';

/** So many broadcasts are shown at first, and so many more at each click. */
const STEP = 20;

interface BroadcastListProps extends HistoryViewProps {
  heading: RefObject<HTMLHeadingElement | null>;
}

/** The broadcasts that began in the time of an address. Needs a `key` that says which these are. */
export function BroadcastList({ heading, ...props }: BroadcastListProps) {
  const [limit, setLimit] = useState(STEP);
  const { page, hasFailed, isComplete } = useBroadcasts(props, limit);
  return (
    <>
      <ViewHeading heading={heading}>{t('history.view.broadcasts')}</ViewHeading>
      {hasFailed && <Notice>{t('broadcasts.failed')}</Notice>}
      {page === undefined && !hasFailed && <p class={styles.empty}>{t('feed.loading')}</p>}
      {page !== undefined && <Items {...props} broadcasts={page.broadcasts} shown={limit} />}
      {page?.hasMore === true && (
        <OlderButton
          state={isComplete ? 'idle' : 'loading'}
          onClick={() => setLimit(limit + STEP)}
        />
      )}
    </>
  );
}

/** Returns the newest broadcasts. While more are read, those before are kept. */
function useBroadcasts({ db, address, streamers }: HistoryViewProps, limit: number) {
  const { streamerId, from, until } = address;
  const streamerIds = streamerId === null ? streamers.map(({ id }) => id) : [streamerId];
  const query = {
    streamerIds,
    from: from === null ? null : momentOf(from),
    until: until === null ? null : momentOf(until),
    limit,
  };
  const { value, hasFailed } = useLiveQuery(
    async () => ({ limit, page: await readBroadcasts(db, query) }),
    [db, streamerIds.join(), limit],
  );
  const [kept, setKept] = useState<BroadcastPage>();
  useEffect(() => {
    if (value !== undefined) setKept(value.page);
  }, [value]);
  return { page: kept, hasFailed, isComplete: value?.limit === limit };
}

interface ItemsProps extends HistoryViewProps {
  broadcasts: readonly Broadcast[];
  /** So many are asked for. */
  shown: number;
}

function Items({ broadcasts, shown, ...props }: ItemsProps) {
  const list = useRef<HTMLOListElement>(null);
  const { length } = broadcasts;
  const [focused, setFocused] = useState(STEP);
  useEffect(() => {
    if (shown === focused || length <= focused) return;
    setFocused(shown);
    // The button that asked for them may be gone, and the focus must not go with it.
    list.current?.children[focused]?.querySelector('a')?.focus();
  }, [shown, focused, length]);
  if (length === 0) {
    return (
      <p class={styles.empty}>
        <Empty {...props} />
      </p>
    );
  }
  return (
    <ol ref={list} class={styles.list} role="list" aria-label={t('broadcasts.list')}>
      {broadcasts.map((broadcast) => (
        <BroadcastItem
          key={`${broadcast.streamerId} ${broadcast.id}`}
          {...props}
          broadcast={broadcast}
        />
      ))}
    </ol>
  );
}

/** Says why there are no broadcasts. */
function Empty({ address, streamers }: Pick<HistoryViewProps, 'address' | 'streamers'>) {
  const { streamerId, from, until } = address;
  if (from !== null || until !== null) return t('broadcasts.empty_dates');
  const streamer = streamers.find(({ id }) => id === streamerId);
  if (streamer === undefined) return t('broadcasts.empty');
  const params = { streamer: streamer.name };
  return <MessageText message={{ message: 'broadcasts.empty_streamer', params }} />;
}
